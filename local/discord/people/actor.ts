import type { GuildContext } from "../guild-context.ts";
import type { PendingInteractions } from "../pending-interactions.ts";
import { findChannel, findMessage, findUser } from "../state/find.ts";
import type { AnyChannel, GuildMessage, GuildUser } from "../state/model.ts";
import { hasPermission } from "../state/permissions.ts";

/** What people use to act. */
export interface DiscordActorServices {
  readonly context: GuildContext;
  readonly interactions: PendingInteractions;
}

/** A person who acts. */
export interface DiscordActor extends DiscordActorServices {
  readonly id: string;
}

/** The person's current user. */
export function currentUser({ context, id }: DiscordActor): GuildUser {
  const found = findUser(context, id);
  if (!found) throw new Error(`nobody has the id ${id}`);
  return found;
}

/** The channel with this id. Throws if the person can't see it. */
export function visibleChannel(actor: DiscordActor, id: string): AnyChannel {
  const { context } = actor;
  const channel = findChannel(context, id);
  const { username, isMember } = currentUser(actor);
  if (!channel) throw new Error(`there is no channel ${id}`);
  const isSeen =
    channel.kind === "dm"
      ? channel.with === actor.id
      : isMember && hasPermission(context, channel, "ViewChannel", actor.id);
  if (!isSeen) throw new Error(`${username} does not see the channel ${id}`);
  return channel;
}

/** The current version of a message. Throws if the person can't see it. */
export function visibleMessage(
  actor: DiscordActor,
  { id, channel }: Pick<GuildMessage, "id" | "channel">,
): GuildMessage {
  visibleChannel(actor, channel);
  const found = findMessage(actor.context, channel, id);
  const isSeen = found && (found.visibleTo === undefined || found.visibleTo === actor.id);
  if (!isSeen) throw new Error(`${currentUser(actor).username} sees no message ${id} in ${channel}`);
  return found;
}
