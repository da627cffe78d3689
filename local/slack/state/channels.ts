import type { WorkspaceContext } from "../workspace-context.ts";
import type { WorkspaceChannel } from "./model.ts";

export function findChannel({ state }: WorkspaceContext, id: string): WorkspaceChannel | undefined {
  return state.data.channels.find((channel) => channel.id === id);
}

export function addChannel(
  context: WorkspaceContext,
  fields: Pick<WorkspaceChannel, "name" | "kind" | "members">,
): WorkspaceChannel {
  const channel = { ...fields, id: context.ids.next(fields.kind === "im" ? "D" : "C"), isArchived: false };
  context.state.change((data) => ({ ...data, channels: [...data.channels, channel] }));
  return channel;
}

export function changeChannel(
  { state }: WorkspaceContext,
  id: string,
  toNext: (channel: WorkspaceChannel) => WorkspaceChannel,
): void {
  state.change((data) => ({
    ...data,
    channels: data.channels.map((channel) => (channel.id === id ? toNext(channel) : channel)),
  }));
}

/** The direct message channel of a person and the app, created when it is first needed. */
export function getOrCreateDm(context: WorkspaceContext, user: string): WorkspaceChannel {
  const found = context.state.data.channels.find(
    ({ kind, members }) => kind === "im" && members.includes(user),
  );
  return (
    found ??
    addChannel(context, { name: "directmessage", kind: "im", members: [user, context.app.botUserId] })
  );
}
