import { z } from "zod";
import type { SetOptions, Store } from "../store.ts";
import { nowMs, type Query, type ReadClock } from "./query.ts";

const valueRows = z.array(z.object({ value: z.string(), version: z.coerce.number() }));
const keyRows = z.array(z.object({ key: z.string(), value: z.string(), version: z.coerce.number() }));
const versionRows = z.array(z.object({ key: z.string(), version: z.coerce.number() }));

const isCurrent = `(value.until IS NULL OR value.until > ${nowMs})`;
const until = `${nowMs} + $4::bigint`;

/**
 * A version is the next number of a sequence. It is taken once the row is locked, so that it grows with each write of a
 * key.
 */
const upsert = (condition: string) => `
  INSERT INTO value (key, value, version, until) VALUES ($2, $3, nextval('value_version'), ${until})
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = nextval('value_version'), until = excluded.until
  WHERE ${condition}`;
const setAlways = upsert("true");
const setIfAbsent = upsert(`NOT ${isCurrent}`);
/** No insert: a value that is deleted meanwhile does not come back. */
const setIfVersion = `
  UPDATE value SET value = $3, version = nextval('value_version'), until = ${until}
  WHERE key = $2 AND version = $5 AND ${isCurrent}`;

const findValue = `SELECT value, version FROM value WHERE key = $2 AND ${isCurrent}`;
const findKeys = `
  SELECT key, value, version FROM value
  WHERE key >= $2 AND starts_with(key, $2) AND right(key, char_length($3)) = $3
    AND (strpos(key, $4) > 0 OR strpos(value, $4) > 0) AND ${isCurrent}`;
/** In the order of their keys, so that two transactions don't wait for each other. */
const lockKeys = `
  SELECT key, CASE WHEN ${isCurrent} THEN version ELSE 0 END AS version FROM value
  WHERE key = ANY($2::text[]) ORDER BY key FOR UPDATE`;

interface Values extends Pick<Store, "get" | "find"> {
  /** @returns whether the value was written */
  set(key: string, value: string, options: SetOptions): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** Locks the values that there are until the transaction ends. @returns their versions, 0 for an expired one */
  lock(keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Deletes what has expired. */
  sweep(): Promise<void>;
}

/** Versioned values, in the table `value`. */
export function createValues(query: Query, clock: ReadClock): Values {
  return {
    get: async (key) => valueRows.parse((await query(findValue, [clock(), key])).rows)[0],
    find: async ({ startsWith = "", endsWith = "", contains = "" }) =>
      keyRows.parse((await query(findKeys, [clock(), startsWith, endsWith, contains])).rows),
    set: async (key, value, { ttl = null, ifVersion }) => {
      const given = [clock(), key, value, ttl] as const;
      const written =
        ifVersion === undefined || ifVersion === 0
          ? query(ifVersion === 0 ? setIfAbsent : setAlways, given)
          : query(setIfVersion, [...given, ifVersion]);
      return (await written).count > 0;
    },
    delete: async (key) => {
      await query("DELETE FROM value WHERE key = $1", [key]);
    },
    lock: async (keys) => {
      const { rows } = await query(lockKeys, [clock(), keys]);
      return new Map(versionRows.parse(rows).map(({ key, version }) => [key, version]));
    },
    sweep: async () => {
      await query(`DELETE FROM value WHERE until <= ${nowMs}`, [clock()]);
    },
  };
}
