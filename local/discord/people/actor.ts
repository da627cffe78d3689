import type { GuildContext } from "../guild-context.ts";
import type { Interactions } from "../pending-interactions.ts";
import { may } from "../state/permissions.ts";
import { findChannel, findMessage, findUser } from "../state/find.ts";
import type { Channel, Message, User } from "../state/model.ts";

/** What people act with. */
export interface Street {
  readonly core: GuildContext;
  readonly interactions: Interactions;
}

/** Who acts, and with what. */
export interface Actor extends Street {
  readonly id: string;
}

/** Who acts, as they are now. */
export function self({ core, id }: Actor): User {
  const found = findUser(core, id);
  if (!found) throw new Error(`nobody has the id ${id}`);
  return found;
}

/** A channel that they see. */
export function seenChannel(actor: Actor, id: string): Channel {
  const { core } = actor;
  const channel = findChannel(core, id);
  const { username, isMember } = self(actor);
  if (!channel) throw new Error(`there is no channel ${id}`);
  const isSeen =
    channel.kind === "dm"
      ? channel.with === actor.id
      : isMember && may(core, channel, "ViewChannel", actor.id);
  if (!isSeen) throw new Error(`${username} does not see the channel ${id}`);
  return channel;
}

/** A message that they see, as it is now. */
export function seenMessage(actor: Actor, { id, channel }: Pick<Message, "id" | "channel">): Message {
  seenChannel(actor, channel);
  const found = findMessage(actor.core, channel, id);
  const isSeen = found && (found.visibleTo === undefined || found.visibleTo === actor.id);
  if (!isSeen) throw new Error(`${self(actor).username} sees no message ${id} in ${channel}`);
  return found;
}
