import type { GuildContext } from "../guild-context.ts";
import { findDirect } from "./find.ts";
import type { Channel, DirectMessages, User } from "./model.ts";

export function addUser({ state }: GuildContext, user: User): User {
  state.change((data) => ({ ...data, users: [...data.users, user] }));
  return user;
}

export function changeUser({ state }: GuildContext, id: string, toNext: (user: User) => User): void {
  state.change((data) => ({
    ...data,
    users: data.users.map((user) => (user.id === id ? toNext(user) : user)),
  }));
}

export function addChannel<T extends Channel>({ state }: GuildContext, channel: T): T {
  state.change((data) => ({ ...data, channels: [...data.channels, channel] }));
  return channel;
}

export function replaceChannel({ state }: GuildContext, next: Channel): void {
  state.change((data) => ({
    ...data,
    channels: data.channels.map((channel) => (channel.id === next.id ? next : channel)),
  }));
}

/** Takes a channel away with all that was said in it. */
export function removeChannel({ state }: GuildContext, id: string): void {
  state.change((data) => ({
    ...data,
    channels: data.channels.filter((channel) => channel.id !== id),
    messages: Object.fromEntries(Object.entries(data.messages).filter(([channel]) => channel !== id)),
  }));
}

/** The direct messages between a person and the app, made when they are first needed. */
export function directMessages(core: GuildContext, user: string): DirectMessages {
  return findDirect(core, user) ?? addChannel(core, { kind: "dm", id: core.ids.next(), with: user });
}
