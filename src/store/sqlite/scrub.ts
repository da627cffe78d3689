import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { type Database, overwritingVersion } from "./open-database.ts";

const checkpointRow = z.object({ busy: z.number() });
const timeoutRow = z.object({ timeout: z.number() });

const versionRow = z.object({ user_version: z.number() });

const maxTries = 40;
const pauseMs = 50;

/**
 * Empties the write-ahead log into the file, whose pages hold nothing that was deleted (`secure_delete`). A file of an
 * earlier version, which only marked as free what was deleted, is written anew, once. A process that reads or writes at
 * that moment is waited for, between the tries, so that this process goes on meanwhile.
 */
export function createScrub(db: Database): () => Promise<void> {
  const checkpoint = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  const rewriteOldFile = () => {
    if (versionRow.parse(db.prepare("PRAGMA user_version").get()).user_version >= overwritingVersion) return;
    db.exec("VACUUM");
    db.exec(`PRAGMA user_version = ${overwritingVersion}`);
  };
  const isDone = () => {
    const { timeout } = timeoutRow.parse(db.prepare("PRAGMA busy_timeout").get());
    db.exec("PRAGMA busy_timeout = 0");
    try {
      rewriteOldFile();
      return checkpointRow.parse(checkpoint.get()).busy === 0;
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    } finally {
      db.exec(`PRAGMA busy_timeout = ${timeout}`);
    }
  };
  return async () => {
    for (let tried = 1; tried <= maxTries; tried += 1) {
      if (isDone()) return;
      await wait(pauseMs);
    }
    throw new Error("the write-ahead log can't be emptied: another process keeps the database busy");
  };
}

/** Another process holds a lock: SQLITE_BUSY or SQLITE_LOCKED. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && /\b(locked|busy)\b/i.test(error.message);
}
