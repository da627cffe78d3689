import type { Client, GuildTextBasedChannel } from "discord.js";
import type { ChannelSettings } from "../parsing/channel-settings.ts";

interface PlacesQuestion extends Pick<ChannelSettings, "helpChannels"> {
  readonly shard: number;
  /** A message id. */
  readonly after: string;
}

/**
 * The channels and threads of a shard's servers in which somebody wrote after a message id: watched ones first, then the most
 * recent.
 */
export function changedPlaces(
  client: Client<true>,
  { helpChannels, shard, after }: PlacesQuestion,
): readonly string[] {
  const isWatched = (channel: GuildTextBasedChannel) =>
    helpChannels.has(channel.id) || helpChannels.has(channel.parentId ?? "");
  return client.channels.cache
    .filter((channel) => channel.isTextBased() && !channel.isDMBased())
    .filter((channel) => channel.guild.shardId === shard)
    .map((channel) => ({ channel, last: BigInt(lastMessageId(channel)) }))
    .filter(({ last }) => last > BigInt(after))
    .toSorted(
      (a, b) => Number(isWatched(b.channel)) - Number(isWatched(a.channel)) || Number(b.last - a.last),
    )
    .map(({ channel }) => channel.id);
}

/** A new post has no last message yet where Discord names none: its first message has the id of the thread. */
function lastMessageId({ lastMessageId: last, id, ...channel }: GuildTextBasedChannel): string {
  return last ?? ("ownerId" in channel ? id : "0");
}
