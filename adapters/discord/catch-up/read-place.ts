import type { Message, TextBasedChannel } from "discord.js";

/** Messages per request: resources/message#get-channel-messages */
const pageSize = 100;
const maxPages = 2;

/**
 * What was written in a channel after a message id, oldest first.
 * @throws DiscordAPIError if the bot may not read there
 */
export async function readPlace(channel: TextBasedChannel, after: string): Promise<readonly Message[]> {
  const messages: Message[] = [];
  for (let page = 0; page < maxPages; page += 1) {
    const found = await channel.messages.fetch({ after: messages.at(-1)?.id ?? after, limit: pageSize });
    messages.push(...[...found.values()].toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)));
    if (found.size < pageSize) break;
  }
  return messages;
}
