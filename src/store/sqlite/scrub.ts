import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Database } from "./open-database.ts";

const checkpointRow = z.object({ busy: z.number() });

const maxTries = 10;
const pauseMs = 50;

/**
 * Empties the write-ahead log into the file, whose pages hold nothing that was deleted (`secure_delete`). A process that
 * reads or writes at that moment is waited for.
 */
export function createScrub(db: Database): () => Promise<void> {
  const checkpoint = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  return async () => {
    for (let tried = 1; tried <= maxTries; tried += 1) {
      if (checkpointRow.parse(checkpoint.get()).busy === 0) return;
      await wait(pauseMs);
    }
    throw new Error("the write-ahead log can't be emptied: another process keeps the database busy");
  };
}
