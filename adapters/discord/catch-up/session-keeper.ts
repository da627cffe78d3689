import { type Client, Events, Status } from "discord.js";
import type { AdapterMemory } from "../../../src/platform/adapter-memory.ts";
import type { GatewaySession, SessionRecord } from "./session-record.ts";
import { createShardProgress, type ShardProgress } from "./shard-progress.ts";
import { createStoredRecords, type ShardOf } from "./stored-records.ts";

/** Keeps how far each shard has heard Discord, across restarts. */
export interface SessionKeeper {
  /** Takes what an earlier process left; then writes from time to time. */
  open(): Promise<void>;
  /** Follows a client's events. */
  watch(client: Client): void;
  /** The session of a shard, after each event. */
  update(shard: number, session: ShardSession | null): void;
  /** How far a shard had heard before the session that it has now; undefined if it has missed nothing. */
  lastHeard(shard: number): SessionRecord | undefined;
  /** What a shard missed since then has been read, unless it has missed more meanwhile. */
  caughtUp(shard: number, since: SessionRecord): Promise<void>;
  /** Takes how far the shards have heard: what comes later is left to the next process. */
  freeze(): void;
  /** Writes it. */
  close(): Promise<void>;
}

interface ShardSession extends GatewaySession {
  readonly shardCount: number;
}

interface KeeperOptions {
  readonly memory: AdapterMemory;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** How often is written, in milliseconds. */
const writeIntervalMs = 5000;

export function createSessionKeeper({ memory, now, onError }: KeeperOptions): SessionKeeper {
  const records = createStoredRecords(memory);
  const shards = new Map<number, ShardProgress>();
  let count: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let watched: Client | undefined;

  const progressOf = (shard: ShardOf): ShardProgress => {
    // Discord may recommend another number of shards when the bot connects again.
    if (shard.count !== count) shards.clear();
    count = shard.count;
    const known = shards.get(shard.id);
    if (known) return known;
    const write = (record: SessionRecord) => records.write(shard, record).catch(onError);
    const progress = createShardProgress({ left: records.find(shard), now, write });
    shards.set(shard.id, progress);
    return progress;
  };
  const hearHeartbeats = () => {
    for (const { id, status, lastPingTimestamp } of watched?.ws.shards.values() ?? []) {
      if (status === Status.Ready) shards.get(id)?.heartbeatAnswered(lastPingTimestamp);
    }
  };
  const tick = async () => {
    hearHeartbeats();
    for (const progress of shards.values()) await progress.writeLast();
  };

  return {
    open: async () => {
      timer = setInterval(() => void tick(), writeIntervalMs).unref();
      await records.load();
    },
    watch: (client) => {
      watched = client;
      client.on(Events.Raw, ({ t }: { readonly t?: string }, shard) => {
        if (t === "READY") progressOf({ id: shard, count: client.ws.shards.size }).begin();
        shards.get(shard)?.heard(now());
      });
    },
    update: (shard, session) => {
      if (session) progressOf({ id: shard, count: session.shardCount }).update(session);
      else shards.get(shard)?.update(undefined);
    },
    lastHeard: (shard) => shards.get(shard)?.lastHeard(),
    caughtUp: async (shard, since) => shards.get(shard)?.caughtUp(since),
    freeze: () => {
      clearInterval(timer);
      for (const progress of shards.values()) progress.freeze();
    },
    close: async () => {
      await Promise.all([...shards.values()].map((progress) => progress.close()));
    },
  };
}
