import type { GuildContext } from "../guild-context.ts";
import type {
  AnyChannel,
  DmChannel,
  GuildMessage,
  GuildUser,
  InteractionRecord,
  ThreadChannel,
} from "./model.ts";

type StateHolder = Pick<GuildContext, "state">;

export function findUser({ state }: StateHolder, id: string): GuildUser | undefined {
  return state.data.users.find((user) => user.id === id);
}

export function findChannel({ state }: StateHolder, id: string): AnyChannel | undefined {
  return state.data.channels.find((channel) => channel.id === id);
}

export function findThread(context: StateHolder, id: string): ThreadChannel | undefined {
  const found = findChannel(context, id);
  return found?.kind === "thread" ? found : undefined;
}

export function findDm({ state }: StateHolder, user: string): DmChannel | undefined {
  return state.data.channels.find(
    (channel): channel is DmChannel => channel.kind === "dm" && channel.with === user,
  );
}

export function messagesOf({ state }: StateHolder, channel: string): readonly GuildMessage[] {
  return state.data.messages[channel] ?? [];
}

export function findMessage(context: StateHolder, channel: string, id: string): GuildMessage | undefined {
  return messagesOf(context, channel).find((message) => message.id === id);
}

export function findInteraction({ state }: StateHolder, id: string): InteractionRecord | undefined {
  return state.data.interactions.find((interaction) => interaction.id === id);
}
