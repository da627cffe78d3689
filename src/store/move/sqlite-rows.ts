import { existsSync, mkdirSync, rmSync } from "node:fs";
import { DatabaseSync } from "@photostructure/sqlite";
import { z } from "zod";
import { StartError } from "../../lib/start-error.ts";
import type { Database } from "../sqlite/database.ts";
import { databaseFile } from "../sqlite/open-database.ts";
import { createTables, schemaVersion } from "../sqlite/schema.ts";
import { type TakenStore, takeStore } from "../sqlite/take-store.ts";
import {
  batchSize,
  type Counts,
  columns,
  countQuery,
  countsSchema,
  isNoProbe,
  type Row,
  type RowSource,
  type RowTarget,
  rowSchema,
  type Table,
} from "./tables.ts";

/**
 * Works on the rows of the store in a data folder, which nobody else uses meanwhile. What the work changes is kept if it
 * succeeds.
 * @throws StartError if a process uses the store, it is damaged, or its schema is another
 */
export async function withSqliteRows<T>(
  dataDir: string,
  work: (rows: RowSource & RowTarget) => Promise<T>,
): Promise<T> {
  const file = databaseFile(dataDir);
  const isNew = !existsSync(file);
  if (isNew) mkdirSync(dataDir, { recursive: true });
  const taken = isNew ? makeStore(file) : takeStore(file);
  if (taken.kind !== "taken") throw new StartError(`${file} is damaged: restore a backup of it first`);
  try {
    checkSchema(taken.db, file);
    const result = await work(rowsOf(taken.db));
    taken.db.exec("COMMIT");
    return result;
  } catch (error) {
    if (isNew) rmSync(file);
    throw error;
  } finally {
    taken.release();
  }
}

function makeStore(file: string): TakenStore {
  const db = new DatabaseSync(file);
  db.exec("BEGIN EXCLUSIVE");
  createTables(db);
  return { kind: "taken", db, release: () => db.close() };
}

const versionRow = z.object({ user_version: z.number() });

/** @throws StartError if another version has written the file */
function checkSchema(db: Database, file: string): void {
  const { user_version: version } = versionRow.parse(db.prepare("PRAGMA user_version").get());
  if (version === schemaVersion) return;
  throw new StartError(
    version < schemaVersion
      ? `${file} is of an older Signpost (schema ${version}, not ${schemaVersion}): start this version on it once, stop it, and run this again`
      : `${file} is of a newer Signpost (schema ${version}, this one knows ${schemaVersion}): run this with that version`,
  );
}

function rowsOf(db: Database): RowSource & RowTarget {
  const count = db.prepare(countQuery);
  return {
    read: (table) => batches(db, table),
    add: async (table, rows) => {
      const names = columns[table];
      const insert = db.prepare(
        `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((name) => `:${name}`).join(", ")})`,
      );
      for (const row of rows) insert.run(row);
    },
    count: async (): Promise<Counts> => countsSchema.parse(count.get()),
  };
}

const filters = { event: "", value: `WHERE ${isNoProbe}`, line: "" } as const;
const orders = { event: "received, rowid", value: "rowid", line: "rowid" } as const;

function* batches(db: Database, table: Table): Iterable<readonly Row[]> {
  const all = db.prepare(
    `SELECT ${columns[table].join(", ")} FROM ${table} ${filters[table]} ORDER BY ${orders[table]}`,
  );
  let batch: Row[] = [];
  for (const row of all.iterate()) {
    batch.push(rowSchema.parse(row));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
