import type { WorkspaceContext } from "../workspace-context.ts";
import { findChannel } from "./channels.ts";
import { withIds } from "./element-ids.ts";
import type { Message } from "./model.ts";
import { channelType, messageToWire } from "../payloads.ts";

export function messagesOf({ state }: WorkspaceContext, channel: string): readonly Message[] {
  return state.data.messages[channel] ?? [];
}

export function findMessage(core: WorkspaceContext, channel: string, ts: string): Message | undefined {
  return messagesOf(core, channel).find((message) => message.ts === ts);
}

/** What one person sees of a channel: everybody's messages and their own ephemeral ones. */
export function messagesSeenBy(core: WorkspaceContext, user: string, channel: string): readonly Message[] {
  const found = findChannel(core, channel);
  if (!found || (found.kind !== "public" && !found.members.includes(user))) return [];
  return messagesOf(core, channel).filter(({ visibleTo = user }) => visibleTo === user);
}

/** Adds a message and tells the app of it, unless one person alone sees it. */
export function addMessage(core: WorkspaceContext, draft: Omit<Message, "ts">): Message {
  const message = { ...draft, ts: core.ids.ts(), blocks: draft.blocks && withIds(core, draft.blocks) };
  changeMessages(core, message.channel, (messages) => [...messages, message]);
  if (message.visibleTo === undefined) announceMessage(core, message);
  return message;
}

/** Changes a message and tells the app: reference/events/message/message_changed */
export function editMessage(core: WorkspaceContext, before: Message, change: Partial<Message>): Message {
  const blocks = change.blocks && withIds(core, change.blocks);
  const after = { ...before, ...change, ...(blocks && { blocks }) };
  changeMessages(core, before.channel, (messages) =>
    messages.map((message) => (message === before ? after : message)),
  );
  if (before.visibleTo === undefined) {
    announceChange(core, before.channel, {
      subtype: "message_changed",
      message: messageToWire(after, core.app),
      previous_message: messageToWire(before, core.app),
    });
  }
  return after;
}

/** Takes a message away and tells the app: reference/events/message/message_deleted */
export function removeMessage(core: WorkspaceContext, gone: Message): void {
  changeMessages(core, gone.channel, (messages) => messages.filter((message) => message !== gone));
  if (gone.visibleTo !== undefined) return;
  announceChange(core, gone.channel, {
    subtype: "message_deleted",
    deleted_ts: gone.ts,
    previous_message: messageToWire(gone, core.app),
  });
}

function changeMessages(
  { state }: WorkspaceContext,
  channel: string,
  toNext: (messages: readonly Message[]) => readonly Message[],
): void {
  state.change((data) => ({
    ...data,
    messages: { ...data.messages, [channel]: toNext(data.messages[channel] ?? []) },
  }));
}

/** A message event and, where the app is mentioned outside direct messages, its twin: apis/events-api */
function announceMessage(core: WorkspaceContext, message: Message): void {
  const channel = findChannel(core, message.channel);
  if (!channel) return;
  const fields = {
    ...messageToWire(message, core.app),
    channel: channel.id,
    event_ts: message.ts,
    ...(message.thread !== undefined && {
      parent_user_id: findMessage(core, channel.id, message.thread)?.user,
    }),
  };
  core.announce({ ...fields, type: "message", channel_type: channelType(channel) }, channel);
  const isMention = message.text.includes(`<@${core.app.botUserId}>`) && message.user !== core.app.botUserId;
  if (isMention && channel.kind !== "im") core.announce({ ...fields, type: "app_mention" }, channel);
}

function announceChange(core: WorkspaceContext, id: string, fields: Readonly<Record<string, unknown>>): void {
  const channel = findChannel(core, id);
  if (!channel) return;
  const ts = core.ids.ts();
  const event = { type: "message", hidden: true, channel: id, ts, event_ts: ts, ...fields };
  core.announce({ ...event, channel_type: channelType(channel) }, channel);
}
