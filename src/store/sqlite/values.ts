import { z } from "zod";
import type { Values } from "../compose-store.ts";
import type { Clock } from "../store.ts";
import type { Database } from "./database.ts";

const valueRow = z.object({ value: z.string(), version: z.number() }).optional();
const keyRows = z.array(z.object({ key: z.string(), value: z.string(), version: z.number() }));

/** Versioned values, in the table `value`. */
export function createValues(db: Database, now: Clock): Values {
  const find = db.prepare("SELECT value, version FROM value WHERE key = ? AND (until IS NULL OR until > ?)");
  // Versions start at the time of the write, so that those of an expired value never come again.
  const write = db.prepare(
    `INSERT INTO value (key, value, version, until) SELECT :key, :value, :now, :until
       WHERE coalesce(:ifVersion, 0) = 0 OR EXISTS (SELECT 1 FROM value WHERE key = :key)
     ON CONFLICT (key) DO UPDATE SET value = :value, version = max(version + 1, :now), until = :until
     WHERE :ifVersion IS NULL OR iif(until IS NULL OR until > :now, version, 0) = :ifVersion`,
  );
  const findKeys = db.prepare(
    `SELECT key, value, version FROM value
       WHERE key >= :startsWith AND substr(key, 1, length(:startsWith)) = :startsWith
         AND (:endsWith = '' OR substr(key, -length(:endsWith)) = :endsWith)
         AND (:contains = '' OR instr(key, :contains) > 0 OR instr(value, :contains) > 0) AND (until IS NULL OR until > :now)`,
  );
  const deleteKey = db.prepare("DELETE FROM value WHERE key = ?");
  const deleteExpired = db.prepare("DELETE FROM value WHERE until <= ?");
  return {
    get: (key) => valueRow.parse(find.get(key, now())),
    find: ({ startsWith = "", endsWith = "", contains = "" }) =>
      keyRows.parse(findKeys.all({ startsWith, endsWith, contains, now: now() })),
    set: (key, value, { ttl, ifVersion }) => {
      const until = ttl === undefined ? null : now() + ttl;
      const { changes } = write.run({ key, value, until, now: now(), ifVersion: ifVersion ?? null });
      return Number(changes) > 0;
    },
    delete: (key) => {
      deleteKey.run(key);
    },
    sweep: () => {
      deleteExpired.run(now());
    },
  };
}
