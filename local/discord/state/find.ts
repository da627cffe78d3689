import type { GuildContext } from "../guild-context.ts";
import type { Channel, DirectMessages, Interaction, Message, Thread, User } from "./model.ts";

type Held = Pick<GuildContext, "state">;

export function findUser({ state }: Held, id: string): User | undefined {
  return state.data.users.find((user) => user.id === id);
}

export function findChannel({ state }: Held, id: string): Channel | undefined {
  return state.data.channels.find((channel) => channel.id === id);
}

export function findThread(core: Held, id: string): Thread | undefined {
  const found = findChannel(core, id);
  return found?.kind === "thread" ? found : undefined;
}

export function findDirect({ state }: Held, user: string): DirectMessages | undefined {
  return state.data.channels.find(
    (channel): channel is DirectMessages => channel.kind === "dm" && channel.with === user,
  );
}

export function messagesOf({ state }: Held, channel: string): readonly Message[] {
  return state.data.messages[channel] ?? [];
}

export function findMessage(core: Held, channel: string, id: string): Message | undefined {
  return messagesOf(core, channel).find((message) => message.id === id);
}

export function findInteraction({ state }: Held, id: string): Interaction | undefined {
  return state.data.interactions.find((interaction) => interaction.id === id);
}
