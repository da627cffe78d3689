import { composeStore } from "./compose-store.ts";
import { createEvents } from "./sqlite/events.ts";
import { createLogLines } from "./sqlite/log-lines.ts";
import { openDatabase } from "./sqlite/open-database.ts";
import { createScrub } from "./sqlite/scrub.ts";
import { createTransaction } from "./sqlite/transaction.ts";
import { createValues } from "./sqlite/values.ts";
import type { Clock, Store } from "./store.ts";

/**
 * The embedded store: one SQLite file in the data folder, in write-ahead mode, so that several processes can share it and
 * a killed one loses nothing that it acknowledged.
 * @throws StartError if the folder is not writable or the file is no database
 */
export function createSqliteStore(dataDir: string, now: Clock): Store {
  const db = openDatabase(dataDir);
  return composeStore({
    now,
    events: createEvents(db, now),
    values: createValues(db, now),
    lines: createLogLines(db, now),
    inTransaction: createTransaction(db),
    scrub: createScrub(db),
    close: () => db.close(),
  });
}
