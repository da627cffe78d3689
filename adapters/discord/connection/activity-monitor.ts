import { type Client, Events, Status } from "discord.js";

/** A gateway that sends nothing for this long counts as disconnected. Heartbeats come every 41 s. */
const silenceTimeoutMs = 120_000;

/** Watches whether the gateway sends anything. */
export interface ActivityMonitor {
  watch(client: Client): void;
  isReceiving(client: Client): boolean;
}

export function createActivityMonitor(now: () => number): ActivityMonitor {
  let lastEventAt = 0;
  return {
    watch: (client) => {
      client.on(Events.Raw, () => {
        lastEventAt = now();
      });
    },
    isReceiving: ({ ws: { shards } }) => {
      const lastActivityAt = Math.max(lastEventAt, ...shards.map((shard) => shard.lastPingTimestamp));
      const isReady = shards.every(({ status }) => status === Status.Ready);
      return isReady && now() - lastActivityAt < silenceTimeoutMs;
    },
  };
}
