import { type Client, Events } from "discord.js";
import type { AdapterMemory } from "../../../src/platform/adapter-memory.ts";

/** The DM channels in which the bot has spoken or was spoken to: Discord does not list them for a bot. */
export interface KnownDms {
  /** Notes the channels of a client's direct messages. */
  watch(client: Client): void;
  /** The most recently used first. */
  list(): Promise<readonly string[]>;
}

interface KnownDmsOptions {
  readonly memory: AdapterMemory;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const prefix = "dm/";
const ttlMs = 30 * 24 * 3_600_000;
const maxChannels = 500;
/** A channel is written again at most this often, in milliseconds, unless that failed. */
const rewriteIntervalMs = 600_000;

export function createKnownDms({ memory, now, onError }: KnownDmsOptions): KnownDms {
  const noted = new Map<string, number>();
  const note = (channel: string) => {
    const at = now();
    if (at - (noted.get(channel) ?? Number.NEGATIVE_INFINITY) < rewriteIntervalMs) return;
    if (noted.size >= maxChannels) noted.clear();
    noted.set(channel, at);
    void memory.set(prefix + channel, String(at), ttlMs).catch((error: unknown) => {
      noted.delete(channel);
      onError(error);
    });
  };
  return {
    watch: (client) => {
      client.on(Events.MessageCreate, ({ channel, channelId }) => {
        if (channel.isDMBased()) note(channelId);
      });
    },
    list: async () => {
      const entries = (await memory.list(prefix)).toSorted((a, b) => Number(b.value) - Number(a.value));
      for (const { key } of entries.slice(maxChannels)) await memory.delete(key);
      return entries.slice(0, maxChannels).map(({ key }) => key.slice(prefix.length));
    },
  };
}
