import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { z } from "zod";
import { StartError } from "../lib/start-error.ts";
import { type Clock, finishedTtlMs, maxLineAgeMs, type SetOptions, type Store, type Write } from "./store.ts";

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 2000;
  CREATE TABLE IF NOT EXISTS event (
    id TEXT PRIMARY KEY, body TEXT NOT NULL, until INTEGER NOT NULL, finished INTEGER NOT NULL, received INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS event_until ON event (finished, until);
  CREATE TABLE IF NOT EXISTS value (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL, until INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS value_until ON value (until);
  CREATE TABLE IF NOT EXISTS line (log TEXT NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS line_at ON line (log, at);
`;

const eventRow = z.object({ until: z.number(), finished: z.number() }).optional();
const valueRow = z.object({ value: z.string(), version: z.number() }).optional();
const unfinishedRows = z.array(z.object({ id: z.string(), body: z.string() }));
const lineRows = z.array(z.object({ at: z.number(), text: z.string() }));

const sweepIntervalMs = 10 * 60_000;

/**
 * The embedded store: one SQLite file in the data folder, in write-ahead mode, so that several processes can
 * share it and a killed one loses nothing it had acknowledged.
 * @throws StartError when the folder can't be written or the file is no database
 */
export function createSqliteStore(dataDir: string, now: Clock): Store {
  const db = openDatabase(dataDir);

  const findEvent = db.prepare("SELECT until, finished FROM event WHERE id = ?");
  const claimEvent = db.prepare(
    `INSERT INTO event (id, body, until, finished, received) VALUES (:id, :body, :until, 0, :now)
     ON CONFLICT (id) DO UPDATE SET body = :body, until = :until, finished = 0 WHERE until <= :now`,
  );
  const amendEvent = db.prepare("UPDATE event SET body = ? WHERE id = ? AND finished = 0");
  const finishEvent = db.prepare(
    `INSERT INTO event (id, body, until, finished, received) VALUES (:id, '', :until, 1, :now)
     ON CONFLICT (id) DO UPDATE SET body = '', until = :until, finished = 1`,
  );
  const findUnfinished = db.prepare(
    "SELECT id, body FROM event WHERE finished = 0 AND until <= ? ORDER BY received, rowid",
  );
  const findValue = db.prepare(
    "SELECT value, version FROM value WHERE key = ? AND (until IS NULL OR until > ?)",
  );
  // Versions begin at the time of the write, so that those of a value that expired never come again.
  const writeValue = db.prepare(
    `INSERT INTO value (key, value, version, until) SELECT :key, :value, :now, :until
       WHERE coalesce(:ifVersion, 0) = 0 OR EXISTS (SELECT 1 FROM value WHERE key = :key)
     ON CONFLICT (key) DO UPDATE SET value = :value, version = max(version + 1, :now), until = :until
     WHERE :ifVersion IS NULL OR iif(until IS NULL OR until > :now, version, 0) = :ifVersion`,
  );
  const addLine = db.prepare("INSERT INTO line (log, at, text, until) VALUES (?, ?, ?, ?)");
  const findLines = db.prepare(
    `SELECT at, text FROM line WHERE log = :log AND at >= :since AND at > :now - ${maxLineAgeMs}
       AND (until IS NULL OR until > :now) ORDER BY at, rowid`,
  );

  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const rollback = db.prepare("ROLLBACK");

  const set = (key: string, value: string, { ttl, ifVersion }: SetOptions): boolean => {
    const until = ttl === undefined ? null : now() + ttl;
    const { changes } = writeValue.run({ key, value, until, now: now(), ifVersion: ifVersion ?? null });
    return Number(changes) > 0;
  };
  const append = (log: string, text: string, ttl?: number): void => {
    addLine.run(log, now(), text, ttl === undefined ? null : now() + ttl);
  };
  const write = (change: Write): void => {
    switch (change.kind) {
      case "set":
        set(change.key, change.value, change.ttl === undefined ? {} : { ttl: change.ttl });
        return;
      case "append":
        append(change.log, change.text, change.ttl);
        return;
      case "amend":
        amendEvent.run(change.body, change.id);
    }
  };

  let swept = now();
  const sweep = () => {
    if (now() < swept + sweepIntervalMs) return;
    swept = now();
    db.prepare("DELETE FROM event WHERE finished = 1 AND until <= ?").run(now());
    db.prepare("DELETE FROM value WHERE until <= ?").run(now());
    db.prepare("DELETE FROM line WHERE at <= ? OR until <= ?").run(now() - maxLineAgeMs, now());
  };

  return {
    receive: async (id, body, lease) => {
      const { changes } = claimEvent.run({ id, body, until: now() + lease, now: now() });
      if (Number(changes) > 0) return "new";
      return eventRow.parse(findEvent.get(id))?.finished === 1 ? "done" : "busy";
    },
    finish: async (id) => {
      sweep();
      finishEvent.run({ id, until: now() + finishedTtlMs, now: now() });
    },
    unfinished: async () => unfinishedRows.parse(findUnfinished.all(now())),

    get: async (key) => valueRow.parse(findValue.get(key, now())),
    set: async (key, value, options = {}) => set(key, value, options),

    append: async (log, text, { ttl } = {}) => append(log, text, ttl),
    read: async (log, since) => lineRows.parse(findLines.all({ log, since, now: now() })),

    write: async (writes) => {
      if (writes.length === 0) return;
      begin.run();
      try {
        for (const change of writes) write(change);
        commit.run();
      } catch (error) {
        rollback.run();
        throw error;
      }
    },

    close: async () => db.close(),
  };
}

function openDatabase(dataDir: string): InstanceType<typeof DatabaseSync> {
  try {
    mkdirSync(dataDir, { recursive: true });
    const db = new DatabaseSync(path.join(dataDir, "signpost.db"));
    db.exec(schema);
    addMissing(db);
    return db;
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`DATA_DIR can't be used (${said}): set it to a folder that this user may write`, {
      cause,
    });
  }
}

/** Files from before lines had a time to live; in a transaction, since several processes may open the file at once. */
function addMissing(db: InstanceType<typeof DatabaseSync>): void {
  const hasUntil = "SELECT 1 FROM pragma_table_info('line') WHERE name = 'until'";
  if (db.prepare(hasUntil).get()) return;
  db.exec("BEGIN IMMEDIATE");
  if (!db.prepare(hasUntil).get()) db.exec("ALTER TABLE line ADD COLUMN until INTEGER");
  db.exec("COMMIT");
}
