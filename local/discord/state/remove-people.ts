import type { GuildContext } from "../guild-context.ts";
import type { Data } from "./model.ts";

/** Takes people out of the data, with their direct messages and all that they did, said and were answered. */
export function forgetPeople({ state }: Pick<GuildContext, "state">, gone: ReadonlySet<string>): void {
  state.change((data) => {
    const channels = data.channels.filter((channel) => channel.kind !== "dm" || !gone.has(channel.with));
    const modals = Object.entries(data.modals).filter(([person]) => !gone.has(person));
    return {
      ...data,
      users: data.users.filter(({ id }) => !gone.has(id)),
      channels,
      messages: Object.fromEntries(channels.map(({ id }) => [id, withoutThem(data, id, gone)] as const)),
      interactions: data.interactions.filter(({ user }) => !gone.has(user)),
      modals: Object.fromEntries(modals),
    };
  });
}

/** Neither what they said in a channel nor what was answered to it or to what they did. */
function withoutThem({ messages, interactions }: Data, channel: string, gone: ReadonlySet<string>) {
  const acts = new Set(interactions.filter(({ user }) => gone.has(user)).map(({ id }) => id));
  const all = messages[channel] ?? [];
  const theirs = new Set(all.filter(({ author }) => gone.has(author)).map(({ id }) => id));
  return all.filter(
    ({ id, interaction, reference }) =>
      !theirs.has(id) &&
      !(interaction !== undefined && acts.has(interaction)) &&
      !(reference && theirs.has(reference.message)),
  );
}
