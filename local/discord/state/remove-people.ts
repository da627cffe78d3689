import type { GuildContext } from "../guild-context.ts";
import type { GuildData } from "./model.ts";

/** Removes people, with their direct messages, messages and interactions, and the answers to these. */
export function removePeople({ state }: Pick<GuildContext, "state">, removed: ReadonlySet<string>): void {
  state.change((data) => {
    const channels = data.channels.filter((channel) => channel.kind !== "dm" || !removed.has(channel.with));
    const modals = Object.entries(data.modals).filter(([person]) => !removed.has(person));
    return {
      ...data,
      users: data.users.filter(({ id }) => !removed.has(id)),
      channels,
      messages: Object.fromEntries(
        channels.map(({ id }) => [id, messagesWithout(data, id, removed)] as const),
      ),
      interactions: data.interactions.filter(({ user }) => !removed.has(user)),
      modals: Object.fromEntries(modals),
    };
  });
}

/** The channel's messages without theirs, and without the answers to their messages and interactions. */
function messagesWithout(
  { messages, interactions }: GuildData,
  channel: string,
  removed: ReadonlySet<string>,
) {
  const interactionIds = new Set(interactions.filter(({ user }) => removed.has(user)).map(({ id }) => id));
  const all = messages[channel] ?? [];
  const messageIds = new Set(all.filter(({ author }) => removed.has(author)).map(({ id }) => id));
  return all.filter(
    ({ id, interaction, reference }) =>
      !messageIds.has(id) &&
      !(interaction !== undefined && interactionIds.has(interaction)) &&
      !(reference && messageIds.has(reference.message)),
  );
}
