import { z } from "zod";
import { messageText, updateText } from "../limits.ts";
import { toMessagePayload } from "../payloads.ts";
import { flag, id, messageArguments, ts } from "../schemas/arguments.ts";
import { findChannel } from "../state/channels.ts";
import { addMessage, editMessage, findMessage, removeMessage } from "../state/messages.ts";
import type { WorkspaceMessage } from "../state/model.ts";
import { warnAboutContent } from "../state/warnings.ts";
import { findVisibleChannel, findWritableChannel } from "./channel-access.ts";
import { parseContent } from "./message-content.ts";
import { method, type WebApiServices } from "./method.ts";
import { perChannel, tier3, tier4 } from "./rate-limits.ts";
import { apiError, isApiError, success, type WebApiError, type WebApiResult } from "./result.ts";

const scopes = ["chat:write"];

/** methods/chat.postMessage */
export const postMessage = method({
  scopes,
  rate: perChannel,
  args: z.strictObject({
    channel: id,
    ...messageArguments,
    thread_ts: ts.optional(),
    reply_broadcast: flag.optional(),
    unfurl_links: flag.optional(),
    unfurl_media: flag.optional(),
    mrkdwn: flag.optional(),
  }),
  run: (
    { channel: to, thread_ts: thread, reply_broadcast: isBroadcast = false, metadata, ...raw },
    services,
  ) => {
    const { context } = services;
    const channel = findWritableChannel(context, to, services.scopes);
    if ("ok" in channel) return channel;
    const content = parseContent(raw);
    if (isApiError(content)) return content;
    const threadError = checkThread(services, channel.id, thread);
    if (threadError) return threadError;
    warnAboutContent(context, content);
    const isTruncated = content.text.length > messageText;
    const message = addMessage(context, {
      ...content,
      ...author(services),
      channel: channel.id,
      text: content.text.slice(0, messageText),
      thread,
      subtype: thread !== undefined && isBroadcast ? "thread_broadcast" : undefined,
      metadata,
    });
    const result = { channel: channel.id, ts: message.ts, message: toMessagePayload(message, context.app) };
    return success(isTruncated ? { ...result, warning: "message_truncated" } : result);
  },
});

/** methods/chat.postEphemeral */
export const postEphemeral = method({
  scopes,
  rate: tier4,
  args: z.strictObject({ channel: id, user: id, ...messageArguments, thread_ts: ts.optional() }),
  run: ({ channel: to, user, thread_ts: thread, ...raw }, services) => {
    const channel = findWritableChannel(services.context, to, services.scopes);
    if ("ok" in channel) return channel;
    if (!channel.members.includes(user)) return apiError("user_not_in_channel");
    const content = parseContent(raw);
    if (isApiError(content)) return content;
    if (content.text.length > messageText) return apiError("msg_too_long");
    const threadError = checkThread(services, channel.id, thread);
    if (threadError) return threadError;
    warnAboutContent(services.context, content);
    const message = addMessage(services.context, {
      ...content,
      ...author(services),
      channel: channel.id,
      thread,
      visibleTo: user,
    });
    return success({ message_ts: message.ts });
  },
});

/** methods/chat.update */
export const update = method({
  scopes,
  rate: tier3,
  args: z.strictObject({ channel: id, ts, ...messageArguments, reply_broadcast: flag.optional() }),
  run: ({ channel, ts: at, metadata, ...raw }, services) => {
    const { context } = services;
    const found = ownMessage(services, { channel, ts: at, notOwnError: "cant_update_message" });
    if ("ok" in found) return found;
    if (findChannel(context, channel)?.isArchived) return apiError("is_inactive");
    const content = parseContent(raw);
    if (isApiError(content)) return content;
    if (content.text.length > updateText) return apiError("msg_too_long");
    warnAboutContent(context, content);
    const isText = raw.text !== undefined;
    const blocks = content.blocks ?? (isText ? undefined : found.blocks);
    const message = editMessage(context, found, {
      text: isText ? content.text : found.text,
      blocks,
      ...(metadata !== undefined && { metadata }),
      ...(content.blocks === undefined && { edited: { user: context.app.botUserId, ts: context.ids.ts() } }),
    });
    return success({ channel, ts: at, text: message.text, message: toMessagePayload(message, context.app) });
  },
});

/** methods/chat.delete */
export const remove = method({
  scopes,
  rate: tier3,
  args: z.strictObject({ channel: id, ts }),
  run: ({ channel, ts: at }, services) => {
    const found = ownMessage(services, { channel, ts: at, notOwnError: "cant_delete_message" });
    if ("ok" in found) return found;
    removeMessage(services.context, found);
    return success({ channel, ts: at });
  },
});

/** methods/chat.getPermalink */
export const getPermalink = method({
  rate: tier4,
  args: z.strictObject({ channel: id, message_ts: ts }),
  run: ({ channel: to, message_ts: at }, { context }): WebApiResult => {
    const channel = findVisibleChannel(context, to);
    if ("ok" in channel) return channel;
    if (!findMessage(context, channel.id, at)) return apiError("message_not_found");
    const permalink = `https://${context.app.teamDomain}.slack.com/archives/${channel.id}/p${at.replace(".", "")}`;
    return success({ channel: channel.id, permalink });
  },
});

function author({ context }: WebApiServices): Pick<WorkspaceMessage, "user" | "botId"> {
  return { user: context.app.botUserId, botId: context.app.botId };
}

/** A reply must name the root message of its thread, which must not be ephemeral. */
function checkThread({ context }: WebApiServices, channel: string, thread?: string): WebApiError | undefined {
  if (thread === undefined) return undefined;
  const parent = findMessage(context, channel, thread);
  if (!parent) return apiError("thread_not_found");
  const isRoot = parent.thread === undefined || parent.thread === parent.ts;
  return isRoot && parent.visibleTo === undefined ? undefined : apiError("cannot_reply_to_message");
}

interface OwnMessageQuery {
  readonly channel: string;
  readonly ts: string;
  /** The error code if somebody else posted it. */
  readonly notOwnError: string;
}

/** A message that the app posted itself. Ephemeral ones are not found: methods/chat.postEphemeral */
function ownMessage(
  { context }: WebApiServices,
  { channel: to, ts: at, notOwnError }: OwnMessageQuery,
): WorkspaceMessage | WebApiError {
  const channel = findVisibleChannel(context, to);
  if ("ok" in channel) return channel;
  const found = findMessage(context, channel.id, at);
  if (!found || found.visibleTo !== undefined) return apiError("message_not_found");
  return found.botId === context.app.botId ? found : apiError(notOwnError);
}
