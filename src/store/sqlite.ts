import { createEvents } from "./sqlite/events.ts";
import { createLogLines } from "./sqlite/log-lines.ts";
import { openDatabase } from "./sqlite/open-database.ts";
import { createTransaction } from "./sqlite/transaction.ts";
import { createValues } from "./sqlite/values.ts";
import type { Clock, Store, Write } from "./store.ts";

const sweepIntervalMs = 10 * 60_000;

/**
 * The embedded store: one SQLite file in the data folder, in write-ahead mode, so that several processes can share it and
 * a killed one loses nothing that it acknowledged.
 * @throws StartError if the folder is not writable or the file is no database
 */
export function createSqliteStore(dataDir: string, now: Clock): Store {
  const db = openDatabase(dataDir);
  const events = createEvents(db, now);
  const values = createValues(db, now);
  const lines = createLogLines(db, now);
  const inTransaction = createTransaction(db);

  const apply = (write: Write): void => {
    switch (write.kind) {
      case "set":
        values.set(write.key, write.value, write.ttl === undefined ? {} : { ttl: write.ttl });
        return;
      case "append":
        lines.append(write.log, write.text, write.ttl);
        return;
      case "amend":
        events.amend(write.id, write.body);
    }
  };

  let sweptAt = now();
  const sweep = () => {
    if (now() < sweptAt + sweepIntervalMs) return;
    sweptAt = now();
    for (const table of [events, values, lines]) table.sweep();
  };

  return {
    receive: events.receive,
    finish: async (id) => {
      sweep();
      await events.finish(id);
    },
    unfinished: events.unfinished,
    get: values.get,
    set: async (key, value, options = {}) => values.set(key, value, options),
    append: async (log, text, { ttl } = {}) => lines.append(log, text, ttl),
    read: lines.read,
    write: async (writes) => {
      if (writes.length > 0) inTransaction(() => writes.forEach(apply));
    },
    close: async () => db.close(),
  };
}
