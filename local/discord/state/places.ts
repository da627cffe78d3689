import type { Core } from "../core.ts";
import { findDirect } from "./find.ts";
import type { Channel, DirectMessages, User } from "./model.ts";

export function addUser({ state }: Core, user: User): User {
  state.change((data) => ({ ...data, users: [...data.users, user] }));
  return user;
}

export function changeUser({ state }: Core, id: string, toNext: (user: User) => User): void {
  state.change((data) => ({
    ...data,
    users: data.users.map((user) => (user.id === id ? toNext(user) : user)),
  }));
}

export function addChannel<T extends Channel>({ state }: Core, channel: T): T {
  state.change((data) => ({ ...data, channels: [...data.channels, channel] }));
  return channel;
}

export function replaceChannel({ state }: Core, next: Channel): void {
  state.change((data) => ({
    ...data,
    channels: data.channels.map((channel) => (channel.id === next.id ? next : channel)),
  }));
}

/** Takes a channel away with all that was said in it. */
export function removeChannel({ state }: Core, id: string): void {
  state.change((data) => ({
    ...data,
    channels: data.channels.filter((channel) => channel.id !== id),
    messages: Object.fromEntries(Object.entries(data.messages).filter(([channel]) => channel !== id)),
  }));
}

/** The direct messages between a person and the app, made when they are first needed. */
export function directMessages(core: Core, user: string): DirectMessages {
  return findDirect(core, user) ?? addChannel(core, { kind: "dm", id: core.ids.next(), with: user });
}
