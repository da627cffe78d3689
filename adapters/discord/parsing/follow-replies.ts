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
const maxHops = 20;

/**
 * Follows replies through the messages that are still known; what a message replies to comes along with it. The bot's
 * own replies refer to the root, so that one step is enough where it took part.
 */
export function followReplies(message: Message): Replies {
  const known = message.channel.messages.cache;
  const bot = message.client.user.id;
  const first = rootIn(message);
  let root = first ?? message.id;
  let current = first === undefined ? undefined : known.get(first);
  const isToBot = current?.author.id === bot;
  let concernsBot = false;
  for (let step = 0; current && step < maxHops; step += 1) {
    concernsBot ||= current.author.id === bot || current.mentions.users.has(bot);
    const next = rootIn(current);
    if (next === undefined) break;
    root = next;
    current = known.get(next);
  }
  const author = current?.author.id;
  return {
    root,
    isToBot,
    concernsBot,
    ...(author !== undefined && author !== bot && { begunBy: author }),
  };
}

/** What a message replies to. What came of an interaction refers to what was pressed, and replies to nothing. */
export function rootIn({ type, reference, interactionMetadata }: Message): string | undefined {
  if (type !== MessageType.Reply || interactionMetadata !== null) return undefined;
  return reference?.messageId;
}
