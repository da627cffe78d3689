import { type Client, Events, Status } from "discord.js";

/** A shard that is sent nothing for this long counts as disconnected. Heartbeats come every 41 s. */
const silenceTimeoutMs = 120_000;

/** Watches whether the gateway sends anything. */
export interface ActivityMonitor {
  watch(client: Client): void;
  /** The shards that receive nothing now. */
  awayShards(client: Client): readonly number[];
}

export function createActivityMonitor(now: () => number): ActivityMonitor {
  const lastEventAt = new Map<number, number>();
  return {
    watch: (client) => {
      client.on(Events.Raw, (_, shard) => void lastEventAt.set(shard, now()));
    },
    awayShards: ({ ws: { shards } }) =>
      shards
        .filter(({ id, status, lastPingTimestamp }) => {
          const lastActivityAt = Math.max(lastEventAt.get(id) ?? 0, lastPingTimestamp);
          return status !== Status.Ready || now() - lastActivityAt >= silenceTimeoutMs;
        })
        .map(({ id }) => id),
  };
}
