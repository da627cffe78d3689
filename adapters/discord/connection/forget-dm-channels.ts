import { type Client, Events } from "discord.js";

/** Direct messages of so many people are remembered; no setting of discord.js bounds them. */
const maxDmChannels = 200;

/** Forgets the channels of direct messages now and then; they are known again with the next message. */
export function forgetDmChannels(client: Client): void {
  const seen = new Set<string>();
  client.on(Events.MessageCreate, ({ channel }) => {
    if (!channel.isDMBased()) return;
    seen.add(channel.id);
    if (seen.size <= maxDmChannels) return;
    client.channels.cache.sweep((other) => other.isDMBased() && other.id !== channel.id);
    seen.clear();
  });
}
