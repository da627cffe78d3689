import { statSync } from "node:fs";
import { z } from "zod";
import type { Database } from "./database.ts";
import { readStoreFault } from "./store-fault.ts";

const settings = `
  PRAGMA busy_timeout = 2000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA secure_delete = ON;
`;

const tables = `
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

/** Columns that came later. Older versions can use a file that has them. */
const addedColumns = [
  { table: "line", column: "until", add: "ALTER TABLE line ADD COLUMN until INTEGER;" },
  {
    table: "event",
    column: "conversation",
    add: `ALTER TABLE event ADD COLUMN conversation TEXT;
      CREATE INDEX event_conversation ON event (conversation) WHERE finished = 0;`,
  },
];

/** Makes the tables of a new file, within a transaction of the caller. */
export function createTables(db: Database): void {
  db.exec(
    `${tables} ${addedColumns.map(({ add }) => add).join(" ")} PRAGMA user_version = ${schemaVersion};`,
  );
}

/** Stands in the file as `user_version`. 0 is a file from before there were versions. */
export const schemaVersion = 1;

/** Sets up a connection and creates or migrates the tables. */
export function setUp(db: Database): void {
  db.exec(settings);
  const isNew = db.prepare("SELECT 1 FROM sqlite_schema").get() === undefined;
  db.exec(tables);
  addColumns(db);
  if (isNew) db.exec(`PRAGMA user_version = ${schemaVersion}`);
  else forgetRemains(db);
}

/**
 * Migrates files in which deleted text was not overwritten and chosen languages had no end, once. Left to the next start
 * while another process uses the file.
 */
function forgetRemains(db: Database): void {
  const { user_version: version } = versionRow.parse(db.prepare("PRAGMA user_version").get());
  if (version >= 1) return;
  try {
    db.exec(`
      UPDATE value SET until = (unixepoch() + 365 * 86400) * 1000 WHERE key LIKE 'locale/%' AND until IS NULL;
      VACUUM;
      PRAGMA user_version = 1;
    `);
  } catch (error) {
    if (readStoreFault(error)?.kind !== "locked") throw error;
  }
}

const versionRow = z.object({ user_version: z.number() });

/** Adds the columns that a file of an earlier version lacks. Checked again inside the transaction: processes may race here. */
function addColumns(db: Database): void {
  for (const { table, column, add } of addedColumns) {
    const hasColumn = `SELECT 1 FROM pragma_table_info('${table}') WHERE name = '${column}'`;
    if (db.prepare(hasColumn).get()) continue;
    db.exec("BEGIN IMMEDIATE");
    if (!db.prepare(hasColumn).get()) db.exec(add);
    db.exec("COMMIT");
  }
}

/** Larger files are not checked: that would hold up the start for more than a second. */
const maxCheckedBytes = 256 * 1024 * 1024;

const quickCheckRow = z.object({ quick_check: z.string() });

/** @throws Error if the file is damaged */
export function checkIntegrity(db: Database, file: string): void {
  if (statSync(file).size > maxCheckedBytes) return;
  const { quick_check } = quickCheckRow.parse(db.prepare("PRAGMA quick_check(1)").get());
  if (quick_check !== "ok") throw new Error(`database disk image is malformed: ${quick_check}`);
}

/** Writes a value that nobody reads. */
export function tryWrite(db: Database): void {
  db.exec("INSERT OR REPLACE INTO value (key, value, version, until) VALUES ('write-probe', '', 1, 0)");
}
