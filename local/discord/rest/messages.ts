import type { GuildContext } from "../guild-context.ts";
import { nonceLife } from "../limits.ts";
import { complaint } from "../schemas/fields.ts";
import { type MessageBody, messageBody } from "../schemas/messages.ts";
import { may } from "../state/permissions.ts";
import { findMessage, messagesOf } from "../state/find.ts";
import { flags } from "../state/flags.ts";
import { addMessage, editMessage, removeMessage } from "../state/messages.ts";
import type { Channel, Message } from "../state/model.ts";
import { messageToWire } from "../payloads/messages.ts";
import { strip } from "../payloads/strip-content.ts";
import { done, isRefusal, nothingToSay, type Refusal, refuse, refuseField } from "./result.ts";
import { readChange, readContent } from "./message-content.ts";
import { reachChannel, reachForWriting, reachMessage } from "./channel-access.ts";
import { bareRoute, route, type Work } from "./route.ts";

/** resources/message#create-message */
export const create = route("POST /channels/{channel}/messages", {
  body: messageBody,
  run: ({ param, body, files }, work) => {
    const { core } = work;
    const channel = reachForWriting(core, param("channel"));
    if (isRefusal(channel)) return channel;
    const earlier = findByNonce(work, channel, body);
    if (earlier) return done(messageToWire(core, earlier));
    const replied = findReplied(work, channel, body);
    if (replied && isRefusal(replied)) return replied;
    const settable = flags.suppressEmbeds | flags.suppressNotifications | flags.componentsV2;
    const content = readContent(core, { body, files, channel, replied, settable });
    if (isRefusal(content)) return content;
    const message = addMessage(core, {
      ...content,
      channel: channel.id,
      author: core.app.botUserId,
      type: replied ? 19 : 0,
      nonce: body.nonce,
      reference: replied && { channel: channel.id, message: replied.id },
    });
    return done(messageToWire(core, message));
  },
});

/** Sent again with the same nonce and enforce_nonce, a message is not made again: resources/message#create-message */
function findByNonce({ core }: Work, channel: Channel, { nonce, enforce_nonce: isEnforced }: MessageBody) {
  if (nonce === undefined || isEnforced !== true) return undefined;
  const since = core.clock.now() - nonceLife;
  return messagesOf(core, channel.id).find(
    (message) => message.nonce === nonce && message.author === core.app.botUserId && message.at > since,
  );
}

/** resources/message#message-reference-structure */
function findReplied({ core }: Work, channel: Channel, body: MessageBody): Message | Refusal | undefined {
  const { message_reference: reference } = body;
  if (!reference) return undefined;
  if (!may(core, channel, "ReadMessageHistory")) return refuse(160002);
  const found = findMessage(core, channel.id, reference.message_id);
  if (found && found.visibleTo === undefined) return found;
  const message = complaint("MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
  return reference.fail_if_not_exists === false ? undefined : refuseField(["message_reference"], message);
}

/** resources/message#get-channel-message */
export const get = bareRoute("GET /channels/{channel}/messages/{message}", {
  run: ({ param }, { core }) => {
    const channel = reachChannel(core, param("channel"));
    if (isRefusal(channel)) return channel;
    if (!may(core, channel, "ReadMessageHistory")) return refuse(50001);
    const message = reachMessage(core, channel, param("message"));
    return isRefusal(message) ? message : done(readable(core, channel, message));
  },
});

/** resources/message#get-channel-messages: the newest first */
export const list = bareRoute("GET /channels/{channel}/messages", {
  run: ({ param, query }, { core }) => {
    const channel = reachChannel(core, param("channel"));
    if (isRefusal(channel)) return channel;
    if (!may(core, channel, "ReadMessageHistory")) return done([]);
    const limit = Number(query.get("limit") ?? 50);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100)
      return refuseField(["limit"], complaint("NUMBER_TYPE_MAX", "int value should be between 1 and 100."));
    const all = messagesOf(core, channel.id).filter(({ visibleTo }) => visibleTo === undefined);
    return done(pick(all, query, limit).map((message) => readable(core, channel, message)));
  },
});

function pick(all: readonly Message[], query: URLSearchParams, limit: number): readonly Message[] {
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

/** What REST shows without the intent for message content in the portal: events/gateway#http-restrictions */
function readable(core: GuildContext, channel: Channel, message: Message) {
  const wire = messageToWire(core, message);
  return channel.kind === "dm" || core.readsContent ? wire : strip(core, wire);
}

/** resources/message#edit-message: only one's own */
export const edit = route("PATCH /channels/{channel}/messages/{message}", {
  body: messageBody,
  run: ({ param, body, files }, { core }) => {
    const channel = reachChannel(core, param("channel"));
    if (isRefusal(channel)) return channel;
    const message = reachMessage(core, channel, param("message"));
    if (isRefusal(message)) return message;
    if (message.author !== core.app.botUserId) return refuse(50005);
    if (channel.kind === "thread" && channel.isArchived) return refuse(50083);
    const change = readChange(core, message, { body, files, channel });
    return isRefusal(change) ? change : done(messageToWire(core, editMessage(core, message, change)));
  },
});

/** resources/message#delete-message */
export const remove = bareRoute("DELETE /channels/{channel}/messages/{message}", {
  run: ({ param }, { core }) => {
    const channel = reachChannel(core, param("channel"));
    if (isRefusal(channel)) return channel;
    const message = reachMessage(core, channel, param("message"));
    if (isRefusal(message)) return message;
    const isOwn = message.author === core.app.botUserId;
    if (!isOwn && !may(core, channel, "ManageMessages")) return refuse(50013);
    removeMessage(core, message);
    return nothingToSay;
  },
});

/** resources/channel#trigger-typing-indicator */
export const typing = bareRoute("POST /channels/{channel}/typing", {
  run: ({ param }, { core }) => {
    const channel = reachForWriting(core, param("channel"));
    return isRefusal(channel) ? channel : nothingToSay;
  },
});
