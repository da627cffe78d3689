import { channelType, toMessagePayload } from "../payloads.ts";
import type { WorkspaceContext } from "../workspace-context.ts";
import { appContextOf } from "./app-context.ts";
import { findChannel } from "./channels.ts";
import { withIds } from "./element-ids.ts";
import type { WorkspaceMessage } from "./model.ts";

export function messagesOf({ state }: WorkspaceContext, channel: string): readonly WorkspaceMessage[] {
  return state.data.messages[channel] ?? [];
}

export function findMessage(
  context: WorkspaceContext,
  channel: string,
  ts: string,
): WorkspaceMessage | undefined {
  return messagesOf(context, channel).find((message) => message.ts === ts);
}

/** The messages that a person sees in a channel: the public ones and their own ephemeral ones. */
export function messagesSeenBy(
  context: WorkspaceContext,
  user: string,
  channel: string,
): readonly WorkspaceMessage[] {
  const found = findChannel(context, channel);
  if (!found || (found.kind !== "public" && !found.members.includes(user))) return [];
  return messagesOf(context, channel).filter(({ visibleTo = user }) => visibleTo === user);
}

/** Adds a message. Sends an event, unless it is ephemeral. */
export function addMessage(context: WorkspaceContext, draft: Omit<WorkspaceMessage, "ts">): WorkspaceMessage {
  const message = { ...draft, ts: context.ids.ts(), blocks: draft.blocks && withIds(context, draft.blocks) };
  changeMessages(context, message.channel, (messages) => [...messages, message]);
  if (message.visibleTo === undefined) announceMessage(context, message);
  return message;
}

/** Edits a message and sends an event: reference/events/message/message_changed */
export function editMessage(
  context: WorkspaceContext,
  before: WorkspaceMessage,
  change: Partial<WorkspaceMessage>,
): WorkspaceMessage {
  const blocks = change.blocks && withIds(context, change.blocks);
  const after = { ...before, ...change, ...(blocks && { blocks }) };
  changeMessages(context, before.channel, (messages) =>
    messages.map((message) => (message === before ? after : message)),
  );
  if (before.visibleTo === undefined) {
    announceChange(context, before.channel, {
      subtype: "message_changed",
      message: toMessagePayload(after, context.app),
      previous_message: toMessagePayload(before, context.app),
    });
  }
  return after;
}

/** Removes a message and sends an event: reference/events/message/message_deleted */
export function removeMessage(context: WorkspaceContext, removed: WorkspaceMessage): void {
  changeMessages(context, removed.channel, (messages) => messages.filter((message) => message !== removed));
  if (removed.visibleTo !== undefined) return;
  announceChange(context, removed.channel, {
    subtype: "message_deleted",
    deleted_ts: removed.ts,
    previous_message: toMessagePayload(removed, context.app),
  });
}

function changeMessages(
  { state }: WorkspaceContext,
  channel: string,
  toNext: (messages: readonly WorkspaceMessage[]) => readonly WorkspaceMessage[],
): void {
  state.change((data) => ({
    ...data,
    messages: { ...data.messages, [channel]: toNext(data.messages[channel] ?? []) },
  }));
}

/** Sends a message event and, for a mention outside direct messages, also app_mention: apis/events-api */
function announceMessage(context: WorkspaceContext, message: WorkspaceMessage): void {
  const channel = findChannel(context, message.channel);
  if (!channel) return;
  const fields = {
    ...toMessagePayload(message, context.app),
    channel: channel.id,
    event_ts: message.ts,
    ...(message.thread !== undefined && {
      parent_user_id: findMessage(context, channel.id, message.thread)?.user,
    }),
    ...(context.tellsAppContext &&
      channel.kind === "im" &&
      message.botId === undefined && { app_context: appContextOf(context, message.user) }),
  };
  context.announce({ ...fields, type: "message", channel_type: channelType(channel) }, channel);
  const isMention =
    message.text.includes(`<@${context.app.botUserId}>`) && message.user !== context.app.botUserId;
  if (isMention && channel.kind !== "im") context.announce({ ...fields, type: "app_mention" }, channel);
}

function announceChange(
  context: WorkspaceContext,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  const channel = findChannel(context, id);
  if (!channel) return;
  const ts = context.ids.ts();
  const event = { type: "message", hidden: true, channel: id, ts, event_ts: ts, ...fields };
  context.announce({ ...event, channel_type: channelType(channel) }, channel);
}
