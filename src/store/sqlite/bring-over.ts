import { DatabaseSync } from "@photostructure/sqlite";
import { z } from "zod";
import type { Database } from "./database.ts";
import { readStoreFault } from "./store-fault.ts";
import { createTransaction } from "./transaction.ts";

/** A value of a backup that the store of after no longer had. */
export interface GoneValue {
  readonly key: string;
  readonly value: string;
}

const keyRows = z.array(z.object({ key: z.string() }));
const goneRows = z.array(z.object({ key: z.string(), value: z.string() }));
const eventColumns = "id, body, until, finished, received";

/**
 * Brings the events of the present store into a copy of an older one, so that nothing is answered twice.
 * @returns the unexpired values of the copy that the store no longer has: they were deleted, mostly by wish. Undefined if
 *   the store can't be read: it is damaged, of another version, or none
 */
export function bringOver(present: Database, copy: string, now: number): readonly GoneValue[] | undefined {
  const db = new DatabaseSync(copy);
  try {
    copyEvents(present, db);
    return findGone(present, db, now);
  } catch (error) {
    const fault = readStoreFault(error);
    if (fault && fault.kind !== "corrupt") throw error;
    return undefined;
  } finally {
    db.close();
  }
}

function copyEvents(present: Database, db: Database): void {
  const find = present.prepare(`SELECT ${eventColumns} FROM event`);
  const insert = db.prepare(
    `INSERT OR REPLACE INTO event (${eventColumns}) VALUES (:id, :body, :until, :finished, :received)`,
  );
  createTransaction(db)(() => {
    for (const row of find.iterate()) insert.run(row);
  });
}

function findGone(present: Database, db: Database, now: number): readonly GoneValue[] {
  const kept = new Set(keyRows.parse(present.prepare("SELECT key FROM value").all()).map(({ key }) => key));
  const unexpired = db.prepare("SELECT key, value FROM value WHERE until IS NULL OR until > ?").all(now);
  return goneRows.parse(unexpired).filter(({ key }) => !kept.has(key));
}
