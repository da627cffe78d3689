import type { GuildContext } from "../guild-context.ts";
import { nonceLifetimeMs } from "../limits.ts";
import { toMessagePayload } from "../payloads/messages.ts";
import { stripContent } from "../payloads/strip-content.ts";
import { errorText } from "../schemas/fields.ts";
import { type MessageBody, messageBody } from "../schemas/messages.ts";
import { findMessage, messagesOf } from "../state/find.ts";
import { flags } from "../state/flags.ts";
import { addMessage, editMessage, removeMessage } from "../state/messages.ts";
import type { AnyChannel, GuildMessage } from "../state/model.ts";
import { hasPermission } from "../state/permissions.ts";
import { findPublicMessage, findVisibleChannel, findWritableChannel } from "./channel-access.ts";
import { parseContent, parseEdit } from "./message-content.ts";
import { apiError, fieldError, isRestError, noContent, type RestError, success } from "./result.ts";
import { type RestServices, route, routeWithoutBody } from "./route.ts";

/** resources/message#create-message */
export const create = route("POST /channels/{channel}/messages", {
  body: messageBody,
  run: ({ param, body, files }, services) => {
    const { context } = services;
    const channel = findWritableChannel(context, param("channel"));
    if (isRestError(channel)) return channel;
    const earlier = findByNonce(services, channel, body);
    if (earlier) return success(toMessagePayload(context, earlier));
    const replied = findReplied(services, channel, body);
    if (replied && isRestError(replied)) return replied;
    const settable = flags.suppressEmbeds | flags.suppressNotifications | flags.componentsV2;
    const content = parseContent(context, { body, files, channel, replied, settable });
    if (isRestError(content)) return content;
    const message = addMessage(context, {
      ...content,
      channel: channel.id,
      author: context.app.botUserId,
      type: replied ? 19 : 0,
      nonce: body.nonce,
      reference: replied && { channel: channel.id, message: replied.id },
    });
    return success(toMessagePayload(context, message));
  },
});

/** With enforce_nonce, a nonce that was used recently returns that message: resources/message#create-message */
function findByNonce(
  { context }: RestServices,
  channel: AnyChannel,
  { nonce, enforce_nonce: isEnforced }: MessageBody,
) {
  if (nonce === undefined || isEnforced !== true) return undefined;
  const since = context.clock.now() - nonceLifetimeMs;
  return messagesOf(context, channel.id).find(
    (message) => message.nonce === nonce && message.author === context.app.botUserId && message.at > since,
  );
}

/** resources/message#message-reference-structure */
function findReplied(
  { context }: RestServices,
  channel: AnyChannel,
  body: MessageBody,
): GuildMessage | RestError | undefined {
  const { message_reference: reference } = body;
  if (!reference) return undefined;
  if (!hasPermission(context, channel, "ReadMessageHistory")) return apiError(160002);
  const found = findMessage(context, channel.id, reference.message_id);
  if (found && found.visibleTo === undefined) return found;
  const message = errorText("MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
  return reference.fail_if_not_exists === false ? undefined : fieldError(["message_reference"], message);
}

/** resources/message#get-channel-message */
export const get = routeWithoutBody("GET /channels/{channel}/messages/{message}", {
  run: ({ param }, { context }) => {
    const channel = findVisibleChannel(context, param("channel"));
    if (isRestError(channel)) return channel;
    if (!hasPermission(context, channel, "ReadMessageHistory")) return apiError(50001);
    const message = findPublicMessage(context, channel, param("message"));
    return isRestError(message) ? message : success(visibleMessagePayload(context, channel, message));
  },
});

/** resources/message#get-channel-messages: newest first */
export const list = routeWithoutBody("GET /channels/{channel}/messages", {
  run: ({ param, query }, { context }) => {
    const channel = findVisibleChannel(context, param("channel"));
    if (isRestError(channel)) return channel;
    if (!hasPermission(context, channel, "ReadMessageHistory")) return success([]);
    const limit = Number(query.get("limit") ?? 50);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100)
      return fieldError(["limit"], errorText("NUMBER_TYPE_MAX", "int value should be between 1 and 100."));
    const all = messagesOf(context, channel.id).filter(({ visibleTo }) => visibleTo === undefined);
    return success(
      selectPage(all, query, limit).map((message) => visibleMessagePayload(context, channel, message)),
    );
  },
});

function selectPage(
  all: readonly GuildMessage[],
  query: URLSearchParams,
  limit: number,
): readonly GuildMessage[] {
  const [after, before, around] = ["after", "before", "around"].map((name) => query.get(name));
  if (after)
    return all
      .filter(({ id }) => BigInt(id) > toId(after))
      .slice(0, limit)
      .toReversed();
  if (before)
    return all
      .filter(({ id }) => BigInt(id) < toId(before))
      .slice(-limit)
      .toReversed();
  if (!around) return all.slice(-limit).toReversed();
  const at = all.findIndex(({ id }) => BigInt(id) >= toId(around));
  const from = Math.max(0, (at < 0 ? all.length : at) - Math.floor(limit / 2));
  return all.slice(from, from + limit).toReversed();
}

function toId(text: string): bigint {
  return /^\d+$/.test(text) ? BigInt(text) : 0n;
}

/** Without the message content intent, REST leaves out the content: events/gateway#http-restrictions */
function visibleMessagePayload(context: GuildContext, channel: AnyChannel, message: GuildMessage) {
  const payload = toMessagePayload(context, message);
  return channel.kind === "dm" || context.hasContentIntent ? payload : stripContent(context, payload);
}

/** resources/message#edit-message: own messages only */
export const edit = route("PATCH /channels/{channel}/messages/{message}", {
  body: messageBody,
  run: ({ param, body, files }, { context }) => {
    const channel = findVisibleChannel(context, param("channel"));
    if (isRestError(channel)) return channel;
    const message = findPublicMessage(context, channel, param("message"));
    if (isRestError(message)) return message;
    if (message.author !== context.app.botUserId) return apiError(50005);
    if (channel.kind === "thread" && channel.isArchived) return apiError(50083);
    const change = parseEdit(context, message, { body, files, channel });
    return isRestError(change)
      ? change
      : success(toMessagePayload(context, editMessage(context, message, change)));
  },
});

/** resources/message#delete-message */
export const remove = routeWithoutBody("DELETE /channels/{channel}/messages/{message}", {
  run: ({ param }, { context }) => {
    const channel = findVisibleChannel(context, param("channel"));
    if (isRestError(channel)) return channel;
    const message = findPublicMessage(context, channel, param("message"));
    if (isRestError(message)) return message;
    const isOwn = message.author === context.app.botUserId;
    if (!isOwn && !hasPermission(context, channel, "ManageMessages")) return apiError(50013);
    removeMessage(context, message);
    return noContent;
  },
});

/** resources/channel#trigger-typing-indicator */
export const typing = routeWithoutBody("POST /channels/{channel}/typing", {
  run: ({ param }, { context }) => {
    const channel = findWritableChannel(context, param("channel"));
    return isRestError(channel) ? channel : noContent;
  },
});
