import type { WorkspaceContext } from "../workspace-context.ts";
import type { Channel, User } from "./model.ts";

export function findChannel({ state }: WorkspaceContext, id: string): Channel | undefined {
  return state.data.channels.find((channel) => channel.id === id);
}

export function findUser({ state }: WorkspaceContext, id: string): User | undefined {
  return state.data.users.find((user) => user.id === id);
}

export function addUser(
  { state, ids }: WorkspaceContext,
  { name, isBot, id }: Omit<User, "id"> & { readonly id?: string },
): User {
  const user = { id: id ?? ids.next("U"), name, isBot };
  state.change((data) => ({ ...data, users: [...data.users, user] }));
  return user;
}

export function addChannel(
  core: WorkspaceContext,
  fields: Pick<Channel, "name" | "kind" | "members">,
): Channel {
  const channel = { ...fields, id: core.ids.next(fields.kind === "im" ? "D" : "C"), isArchived: false };
  core.state.change((data) => ({ ...data, channels: [...data.channels, channel] }));
  return channel;
}

export function changeChannel(
  { state }: WorkspaceContext,
  id: string,
  toNext: (channel: Channel) => Channel,
): void {
  state.change((data) => ({
    ...data,
    channels: data.channels.map((channel) => (channel.id === id ? toNext(channel) : channel)),
  }));
}

/** The direct messages between a person and the app, made when they are first needed. */
export function directMessages(core: WorkspaceContext, user: string): Channel {
  const found = core.state.data.channels.find(({ kind, members }) => kind === "im" && members.includes(user));
  return (
    found ?? addChannel(core, { name: "directmessage", kind: "im", members: [user, core.app.botUserId] })
  );
}
