import { parseJson } from "../../../src/lib/parse-json.ts";
import type { AdapterMemory } from "../../../src/platform/adapter-memory.ts";
import { recordSchema, type SessionRecord } from "./session-record.ts";

/** A shard of a number of shards: events/gateway#sharding */
export interface ShardOf {
  readonly id: number;
  readonly count: number;
}

/** The shards' records across restarts, also where the number of shards changes. */
export interface StoredRecords {
  /** Reads what an earlier process left. */
  load(): Promise<void>;
  /** How far this shard was heard, by its own record or else by those of another number of shards. */
  find(shard: ShardOf): SessionRecord | undefined;
  write(shard: ShardOf, record: SessionRecord): Promise<void>;
}

const prefix = "gateway";
const ttlMs = 24 * 3_600_000;

/** Its calls reject if the memory is broken. */
export function createStoredRecords(memory: AdapterMemory): StoredRecords {
  const records = new Map<string, SessionRecord>();
  const keysOf = (isWanted: (count: number) => boolean) =>
    [...records.keys()].filter((key) => isWanted(countIn(key) ?? 0));

  /** Once all shards have a record, those of another number of shards are not needed any more. */
  const deleteOthers = async (current: number) => {
    if (keysOf((count) => count === current).length < current) return;
    for (const key of keysOf((count) => count !== current)) {
      await memory.delete(key);
      records.delete(key);
    }
  };

  return {
    load: async () => {
      for (const { key, value } of await memory.list(prefix)) {
        const record = parseJson(value, recordSchema);
        if (record && countIn(key) !== undefined) records.set(key, record);
      }
    },
    find: (shard) => {
      const own = records.get(toKey(shard));
      if (own) return own;
      const others = keysOf((count) => count !== shard.count).flatMap((key) => records.get(key) ?? []);
      if (others.length === 0) return undefined;
      // Direct messages were told to the first shard, and still are.
      const session = shard.id === 0 ? findFirstSession(records, shard.count) : undefined;
      const heardAt = Math.min(...others.map((record) => record.heardAt));
      return { ...(session && { session }), heardAt, isBehind: true };
    },
    write: async (shard, record) => {
      records.set(toKey(shard), record);
      await memory.set(toKey(shard), JSON.stringify(record), ttlMs);
      await deleteOthers(shard.count);
    },
  };
}

/** A single shard has the key that there was before there could be several. */
function toKey({ id, count }: ShardOf): string {
  return count === 1 ? prefix : `${prefix}/${count}/${id}`;
}

/** The number of shards in a key; undefined in any other key. */
function countIn(key: string): number | undefined {
  if (key === prefix) return 1;
  const count = /^gateway\/(\d+)\/\d+$/.exec(key)?.[1];
  return count === undefined ? undefined : Number(count);
}

function findFirstSession(records: ReadonlyMap<string, SessionRecord>, exceptOf: number) {
  const firsts = [...records].filter(
    ([key]) => countIn(key) !== exceptOf && (key === prefix || key.endsWith("/0")),
  );
  const [latest] = firsts.map(([, record]) => record).toSorted((a, b) => b.heardAt - a.heardAt);
  return latest?.session;
}
