import type { GuildContext } from "../guild-context.ts";
import { findDm } from "./find.ts";
import type { AnyChannel, DmChannel } from "./model.ts";

export function addChannel<T extends AnyChannel>({ state }: GuildContext, channel: T): T {
  state.change((data) => ({ ...data, channels: [...data.channels, channel] }));
  return channel;
}

export function replaceChannel({ state }: GuildContext, next: AnyChannel): void {
  state.change((data) => ({
    ...data,
    channels: data.channels.map((channel) => (channel.id === next.id ? next : channel)),
  }));
}

/** Removes a channel and its messages. */
export function removeChannel({ state }: GuildContext, id: string): void {
  state.change((data) => ({
    ...data,
    channels: data.channels.filter((channel) => channel.id !== id),
    messages: Object.fromEntries(Object.entries(data.messages).filter(([channel]) => channel !== id)),
  }));
}

/** The direct message channel of a person and the app, created when it is first needed. */
export function getOrCreateDm(context: GuildContext, user: string): DmChannel {
  return findDm(context, user) ?? addChannel(context, { kind: "dm", id: context.ids.next(), with: user });
}
