import { type Message, MessageType } from "discord.js";

/** What a message replies to, followed back to the first message. */
export interface ReplyChain {
  /** The message that began the conversation: the message itself if it is no reply. */
  readonly root: string;
  /** Who wrote the root, if that is cached and not the bot's. */
  readonly begunBy?: string;
  /** Whether the message replies to the bot. */
  readonly isToBot: boolean;
  /** Whether the bot wrote any message of the chain or was mentioned in one. */
  readonly hasBot: boolean;
}

const maxHops = 20;

/**
 * Follows replies through the cached messages. The bot's own replies refer to the root, so one hop is enough where the
 * bot took part.
 */
export function followReplies(message: Message): ReplyChain {
  const cached = message.channel.messages.cache;
  const bot = message.client.user.id;
  const first = repliedMessageId(message);
  let root = first ?? message.id;
  let current = first === undefined ? undefined : cached.get(first);
  const isToBot = current !== undefined && authorOf(current) === bot;
  let hasBot = false;
  for (let hop = 0; current && hop < maxHops; hop += 1) {
    hasBot ||= authorOf(current) === bot || current.mentions.users.has(bot);
    const next = repliedMessageId(current);
    if (next === undefined) break;
    root = next;
    current = cached.get(next);
  }
  const author = current && authorOf(current);
  return {
    root,
    isToBot,
    hasBot,
    ...(author !== undefined && author !== bot && { begunBy: author }),
  };
}

/** discord.js remembers the snapshots of forwards as messages, which have no author, whatever its types say. */
export function authorOf({ author }: Message): string | undefined {
  const known: Message["author"] | null = author;
  return known?.id;
}

/** The response to an interaction looks like a reply to the message that was pressed, but is none. */
export function repliedMessageId({ type, reference, interactionMetadata }: Message): string | undefined {
  if (type !== MessageType.Reply || interactionMetadata !== null) return undefined;
  return reference?.messageId;
}
