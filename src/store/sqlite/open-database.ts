import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { StartError } from "../../lib/start-error.ts";

export type Database = InstanceType<typeof DatabaseSync>;

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 2000;
  PRAGMA secure_delete = ON;
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

/** The database's file in a data folder. */
export function databaseFile(dataDir: string): string {
  return path.join(dataDir, "signpost.db");
}

/**
 * Opens the database in the data folder, and creates or migrates it.
 * @throws StartError if the folder is not writable or the file is no database
 */
export function openDatabase(dataDir: string): Database {
  try {
    mkdirSync(dataDir, { recursive: true });
    const db = new DatabaseSync(databaseFile(dataDir));
    markNewFile(db);
    db.exec(schema);
    addLineExpiry(db);
    return db;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`DATA_DIR can't be used (${reason}): set it to a folder that this user may write`, {
      cause,
    });
  }
}

/** The `user_version` of files in which everything that was deleted has been overwritten from the beginning. */
export const overwritingVersion = 1;

function markNewFile(db: Database): void {
  if (!db.prepare("SELECT 1 FROM sqlite_master").get())
    db.exec(`PRAGMA user_version = ${overwritingVersion}`);
}

/** Migrates files in which lines have no expiry yet. Checked again inside the transaction: processes may race here. */
function addLineExpiry(db: Database): void {
  const hasUntil = "SELECT 1 FROM pragma_table_info('line') WHERE name = 'until'";
  if (db.prepare(hasUntil).get()) return;
  db.exec("BEGIN IMMEDIATE");
  if (!db.prepare(hasUntil).get()) db.exec("ALTER TABLE line ADD COLUMN until INTEGER");
  db.exec("COMMIT");
}
