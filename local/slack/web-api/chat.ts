import { z } from "zod";
import { messageText, updateText } from "../limits.ts";
import { flag, id, messageArguments, ts } from "../schemas/arguments.ts";
import { findChannel } from "../state/channels.ts";
import { addMessage, editMessage, findMessage, removeMessage } from "../state/messages.ts";
import type { Message } from "../state/model.ts";
import { remarkOn } from "../state/warnings.ts";
import { messageToWire } from "../payloads.ts";
import { type Answer, done, isRefusal, type Refusal, refuse } from "./result.ts";
import { readContent } from "./message-content.ts";
import { method, type Work } from "./method.ts";
import { perChannel, tier3, tier4 } from "./rate-limits.ts";
import { reachChannel, reachForWriting } from "./channel-access.ts";

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
  run: ({ channel: to, thread_ts: thread, reply_broadcast: isShown = false, metadata, ...raw }, work) => {
    const { core } = work;
    const channel = reachForWriting(core, to, work.scopes);
    if ("ok" in channel) return channel;
    const content = readContent(raw);
    if (isRefusal(content)) return content;
    const unfit = checkThread(work, channel.id, thread);
    if (unfit) return unfit;
    remarkOn(core, content);
    const isCut = content.text.length > messageText;
    const message = addMessage(core, {
      ...content,
      ...author(work),
      channel: channel.id,
      text: content.text.slice(0, messageText),
      thread,
      subtype: thread !== undefined && isShown ? "thread_broadcast" : undefined,
      metadata,
    });
    const wire = { channel: channel.id, ts: message.ts, message: messageToWire(message, core.app) };
    return done(isCut ? { ...wire, warning: "message_truncated" } : wire);
  },
});

/** methods/chat.postEphemeral */
export const postEphemeral = method({
  scopes,
  rate: tier4,
  args: z.strictObject({ channel: id, user: id, ...messageArguments, thread_ts: ts.optional() }),
  run: ({ channel: to, user, thread_ts: thread, ...raw }, work) => {
    const channel = reachForWriting(work.core, to, work.scopes);
    if ("ok" in channel) return channel;
    if (!channel.members.includes(user)) return refuse("user_not_in_channel");
    const content = readContent(raw);
    if (isRefusal(content)) return content;
    if (content.text.length > messageText) return refuse("msg_too_long");
    const unfit = checkThread(work, channel.id, thread);
    if (unfit) return unfit;
    remarkOn(work.core, content);
    const message = addMessage(work.core, {
      ...content,
      ...author(work),
      channel: channel.id,
      thread,
      visibleTo: user,
    });
    return done({ message_ts: message.ts });
  },
});

/** methods/chat.update */
export const update = method({
  scopes,
  rate: tier3,
  args: z.strictObject({ channel: id, ts, ...messageArguments, reply_broadcast: flag.optional() }),
  run: ({ channel, ts: at, metadata, ...raw }, work) => {
    const { core } = work;
    const found = ownMessage(work, { channel, ts: at, forbidden: "cant_update_message" });
    if ("ok" in found) return found;
    if (findChannel(core, channel)?.isArchived) return refuse("is_inactive");
    const content = readContent(raw);
    if (isRefusal(content)) return content;
    if (content.text.length > updateText) return refuse("msg_too_long");
    remarkOn(core, content);
    const isText = raw.text !== undefined;
    const blocks = content.blocks ?? (isText ? undefined : found.blocks);
    const message = editMessage(core, found, {
      text: isText ? content.text : found.text,
      blocks,
      ...(metadata !== undefined && { metadata }),
      ...(content.blocks === undefined && { edited: { user: core.app.botUserId, ts: core.ids.ts() } }),
    });
    return done({ channel, ts: at, text: message.text, message: messageToWire(message, core.app) });
  },
});

/** methods/chat.delete */
export const remove = method({
  scopes,
  rate: tier3,
  args: z.strictObject({ channel: id, ts }),
  run: ({ channel, ts: at }, work) => {
    const found = ownMessage(work, { channel, ts: at, forbidden: "cant_delete_message" });
    if ("ok" in found) return found;
    removeMessage(work.core, found);
    return done({ channel, ts: at });
  },
});

/** methods/chat.getPermalink */
export const getPermalink = method({
  rate: tier4,
  args: z.strictObject({ channel: id, message_ts: ts }),
  run: ({ channel: to, message_ts: at }, { core }): Answer => {
    const channel = reachChannel(core, to);
    if ("ok" in channel) return channel;
    if (!findMessage(core, channel.id, at)) return refuse("message_not_found");
    const permalink = `https://${core.app.teamDomain}.slack.com/archives/${channel.id}/p${at.replace(".", "")}`;
    return done({ channel: channel.id, permalink });
  },
});

function author({ core }: Work): Pick<Message, "user" | "botId"> {
  return { user: core.app.botUserId, botId: core.app.botId };
}

/** A reply names the message that began its thread, and that has to be one that everybody sees. */
function checkThread({ core }: Work, channel: string, thread?: string): Refusal | undefined {
  if (thread === undefined) return undefined;
  const parent = findMessage(core, channel, thread);
  if (!parent) return refuse("thread_not_found");
  const isRoot = parent.thread === undefined || parent.thread === parent.ts;
  return isRoot && parent.visibleTo === undefined ? undefined : refuse("cannot_reply_to_message");
}

interface Wanted {
  readonly channel: string;
  readonly ts: string;
  readonly forbidden: string;
}

/** A message of the app's own; ephemeral ones are not found: methods/chat.postEphemeral */
function ownMessage({ core }: Work, { channel: to, ts: at, forbidden }: Wanted): Message | Refusal {
  const channel = reachChannel(core, to);
  if ("ok" in channel) return channel;
  const found = findMessage(core, channel.id, at);
  if (!found || found.visibleTo !== undefined) return refuse("message_not_found");
  return found.botId === core.app.botId ? found : refuse(forbidden);
}
