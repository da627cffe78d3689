import { type Client, Events } from "discord.js";

const maxDmChannels = 200;

/** Bounds the cached DM channels, for which discord.js has no option. A new message brings its channel back. */
export function limitDmChannelCache(client: Client): void {
  const cached = new Set<string>();
  client.on(Events.MessageCreate, ({ channel }) => {
    if (!channel.isDMBased()) return;
    cached.add(channel.id);
    if (cached.size <= maxDmChannels) return;
    client.channels.cache.sweep((other) => other.isDMBased() && other.id !== channel.id);
    cached.clear();
  });
}
