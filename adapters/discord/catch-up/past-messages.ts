import { type Message, MessageType } from "discord.js";
import type { PastMessage } from "../../../src/platform/past-message.ts";
import type { ChannelSettings } from "../parsing/channel-settings.ts";
import { repliedMessageId } from "../parsing/follow-replies.ts";
import { parseMessage } from "../parsing/parse-message.ts";
import type { ParsedEvent } from "../parsing/parsed-event.ts";

/** Messages of a channel's history, read as if they were live; oldest first. */
export function toPastMessages(
  messages: readonly Message[],
  settings: ChannelSettings,
): Promise<readonly PastMessage<ParsedEvent>[]> {
  return Promise.all(messages.map((message) => toPastMessage(message, settings)));
}

async function toPastMessage(message: Message, settings: ChannelSettings): Promise<PastMessage<ParsedEvent>> {
  const { author, content, createdTimestamp: at, mentions } = message;
  const event = parseMessage(message, settings);
  const replied = mentions.repliedUser ? [mentions.repliedUser.id] : [];
  return {
    at,
    author: author.id,
    isByPerson: isByPerson(message),
    text: content,
    speaksTo: [...replied, ...mentions.users.keys()],
    isBeginning: repliedMessageId(message) === undefined,
    isAnswered: event !== undefined && (await isAnsweredInThread(message)),
    event: event && { ...event, incoming: { ...event.incoming, late: { at } } },
  };
}

function isByPerson({ author, webhookId, type }: Message): boolean {
  return !author.bot && webhookId === null && (type === MessageType.Default || type === MessageType.Reply);
}

const maxThreadMessages = 50;

/** Whether another person wrote in the thread under a message. */
async function isAnsweredInThread({ hasThread, thread, channel, author }: Message): Promise<boolean> {
  if (!hasThread || !thread || channel.isThread()) return false;
  const replies = await thread.messages.fetch({ limit: maxThreadMessages, cache: false });
  return replies.some((reply) => isByPerson(reply) && reply.author.id !== author.id);
}

/** Whether a person's message comes empty, since the bot may not read what is not said to it. */
export function isHidden(message: Message): boolean {
  const { content, attachments, embeds, components, stickers } = message;
  const isEmpty =
    content === "" && attachments.size + embeds.length + components.length + stickers.size === 0;
  return isEmpty && message.inGuild() && isByPerson(message);
}
