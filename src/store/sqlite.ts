import { z } from "zod";
import { composeStore, type StoreParts } from "./compose-store.ts";
import { rarely } from "./rarely.ts";
import { openConnection } from "./sqlite/connection.ts";
import type { Database, Warn } from "./sqlite/database.ts";
import { createEvents } from "./sqlite/events.ts";
import { createLogLines } from "./sqlite/log-lines.ts";
import { tryWrite } from "./sqlite/schema.ts";
import { createTransaction } from "./sqlite/transaction.ts";
import { createValues } from "./sqlite/values.ts";
import { type Clock, type Store, StoreError } from "./store.ts";

/**
 * The embedded store: one SQLite file in the data folder, in write-ahead mode, so that several processes can share it and
 * a killed one loses nothing that it acknowledged. A damaged file is moved aside and a new one begun, at the start and
 * later; a deleted one is written anew.
 * @param warn told what happened to the file, and what to do
 * @throws StartError if the folder or the file can't be written
 */
export function createSqliteStore(dataDir: string, now: Clock, warn: Warn = () => {}): Store {
  const { run, runNow, close } = openConnection({ dataDir, warn, createParts: (db) => createParts(db, now) });
  return composeStore({
    now,
    run,
    check: rarely(async () => {
      try {
        await runNow((_, db) => tryWrite(db));
        return undefined;
      } catch (error) {
        return error instanceof StoreError ? error.reason : String(error);
      }
    }),
    scrub: () => run((_, db) => emptyLog(db)),
    close,
  });
}

function createParts(db: Database, now: Clock): StoreParts {
  return {
    events: createEvents(db, now),
    values: createValues(db, now),
    lines: createLogLines(db, now),
    inTransaction: createTransaction(db),
  };
}

const checkpointRow = z.object({ busy: z.number() });

/**
 * Moves everything from the write-ahead log into the file, where deleted text is overwritten with zeros (secure_delete),
 * and empties the log.
 * @throws Error if another process is reading or writing
 */
function emptyLog(db: Database): void {
  const { busy } = checkpointRow.parse(db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get());
  if (busy !== 0) throw new Error("database is locked");
}
