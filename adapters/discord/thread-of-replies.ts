import { type Message, MessageType } from "discord.js";

/** What a message replies to, followed to where it began. */
export interface Replies {
  /** The message that began the conversation; the message itself where it replies to nothing. */
  readonly root: string;
  /** Who wrote that, where it is known and not the bot. */
  readonly begunBy?: string;
  /** Whether the bot wrote what is replied to. */
  readonly isToBot: boolean;
  /** Whether the bot wrote, or was mentioned in, anything on the way. */
  readonly concernsBot: boolean;
}

/** Replies to replies are followed so far. */
const most = 20;

/**
 * Follows replies through the messages that are still known. The bot's own replies refer to the root, so that one
 * step is enough where it took part.
 */
export async function followReplies(message: Message): Promise<Replies> {
  const bot = message.client.user.id;
  const replied = await repliedTo(message);
  let root = message.reference?.messageId ?? message.id;
  if (!isReply(message)) return { root: message.id, isToBot: false, concernsBot: false };
  let current = replied;
  let concernsBot = false;
  for (let step = 0; current && step < most; step += 1) {
    concernsBot ||= current.author.id === bot || current.mentions.users.has(bot);
    root = rootIn(current) ?? current.id;
    if (root === current.id) break;
    current = message.channel.messages.cache.get(root);
  }
  const author = current?.author.id;
  return {
    root,
    isToBot: replied?.author.id === bot,
    concernsBot,
    ...(author !== undefined && author !== bot && { begunBy: author }),
  };
}

/** What came of an interaction refers to what was pressed, and begins a conversation all the same. */
export function rootIn({ type, reference, interactionMetadata }: Message): string | undefined {
  if (type !== MessageType.Reply || interactionMetadata !== null) return undefined;
  return reference?.messageId;
}

function isReply({ type, reference }: Message): boolean {
  return type === MessageType.Reply && reference?.messageId !== undefined;
}

async function repliedTo(message: Message): Promise<Message | undefined> {
  return isReply(message) ? message.fetchReference().catch(() => undefined) : undefined;
}
