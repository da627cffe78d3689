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

/** What the present store knew that an older copy does not. */
export interface BroughtOver {
  /** The number of events whose ids were brought over, so that nothing is answered twice. */
  readonly events: number;
  /** Unexpired values of the copy that the store no longer has: they were deleted, mostly by wish. */
  readonly gone: readonly GoneValue[];
}

/**
 * Brings the events of the present store into a copy of an older one.
 * @returns undefined if the store can't be read: it is damaged, of another version, or none
 */
export function bringOver(present: Database, copy: string, now: number): BroughtOver | undefined {
  const db = new DatabaseSync(copy);
  try {
    return { events: copyEvents(present, db), gone: findGone(present, db, now) };
  } catch (error) {
    const fault = readStoreFault(error);
    if (fault && fault.kind !== "corrupt") throw error;
    return undefined;
  } finally {
    db.close();
  }
}

function copyEvents(present: Database, db: Database): number {
  const find = present.prepare(`SELECT ${eventColumns} FROM event`);
  const insert = db.prepare(
    `INSERT OR REPLACE INTO event (${eventColumns}) VALUES (:id, :body, :until, :finished, :received)`,
  );
  return createTransaction(db)(() => {
    let count = 0;
    for (const row of find.iterate()) {
      insert.run(row);
      count += 1;
    }
    return count;
  });
}

function findGone(present: Database, db: Database, now: number): readonly GoneValue[] {
  const kept = new Set(keyRows.parse(present.prepare("SELECT key FROM value").all()).map(({ key }) => key));
  const unexpired = db.prepare("SELECT key, value FROM value WHERE until IS NULL OR until > ?").all(now);
  return goneRows.parse(unexpired).filter(({ key }) => !kept.has(key));
}
