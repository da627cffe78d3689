import { setTimeout as wait } from "node:timers/promises";
import { StoreError } from "../store.ts";
import type { Database, Warn } from "./database.ts";
import { restoreFile, watchFile } from "./database-file.ts";
import { databaseFile, openDatabase, openOrReplace } from "./open-database.ts";
import { setAside } from "./set-aside.ts";
import { readStoreFault, type StoreFault } from "./store-fault.ts";

/** A connection that waits for locks without blocking the event loop, and mends or replaces a broken file. */
export interface Connection<Parts> {
  /**
   * Runs a task, after those that were given before it. A task that fails must leave nothing behind: it is run again while
   * the database is locked, and after the file was mended.
   * @throws StoreError if the database can't be used; what the task throws
   */
  run<T>(task: (parts: Parts, db: Database) => T): Promise<T>;
  /** Runs a task ahead of those that wait, within a fifth of a second. */
  runNow<T>(task: (parts: Parts, db: Database) => T): Promise<T>;
  /** Closes the database, after the tasks that were given before. */
  close(): Promise<void>;
}

interface ConnectionOptions<Parts> {
  readonly dataDir: string;
  readonly warn: Warn;
  readonly createParts: (db: Database) => Parts;
}

/** How long a task waits for a lock, in milliseconds: less than the runtime waits for the store. */
const maxLockWaitMs = 1500;
const maxImmediateWaitMs = 200;
const firstPauseMs = 1;
const longestPauseMs = 50;
/** How often the file is looked at, and opened again after a fault, in milliseconds. */
const lookIntervalMs = 1000;
/** A disk that damages each new file must not be filled with them: one in so many milliseconds. */
const replaceIntervalMs = 10_000;

interface Attempt {
  /** When to stop waiting for a lock, by `performance.now()`. */
  readonly deadline: number;
  readonly pauseMs: number;
  /** Whether the file was mended for this task already. */
  readonly isMended: boolean;
}

/** @throws StartError if the database can't be opened */
export function openConnection<Parts>(options: ConnectionOptions<Parts>): Connection<Parts> {
  const { dataDir, warn, createParts } = options;
  const file = databaseFile(dataDir);
  let db = openDatabase(dataDir, warn);
  let parts = createParts(db);
  let watched = watchFile(file);
  let lookedAt = performance.now();
  let openedAt = Number.NEGATIVE_INFINITY;
  let replacedAt = Number.NEGATIVE_INFINITY;

  /** The handle stays where the file is the same: closing it would end the locks of the new connection as well. */
  const watchAnew = () => {
    if (tryTo(() => watched.look()) === "same") return;
    const before = watched;
    watched = watchFile(file);
    before.close();
  };

  const open = () => {
    openedAt = performance.now();
    const opened = openOrReplace(file, warn);
    const before = db;
    db = opened;
    parts = createParts(db);
    closeQuietly(before);
    watchAnew();
  };

  const replaceDamaged = () => {
    if (watched.look() === "replaced") return open();
    if (performance.now() - replacedAt < replaceIntervalMs)
      throw new Error("database disk image is malformed");
    replacedAt = performance.now();
    setAside(file, warn);
    open();
  };

  const restore = () => {
    warn("the database was deleted while the bot was running: it is written anew from what is still open");
    try {
      restoreFile(db, file);
    } catch (error) {
      if (readStoreFault(error)?.kind !== "corrupt") throw error;
    }
    open();
  };

  /** Mends what happened to the file from outside. */
  const followFile = () => {
    if (performance.now() - lookedAt < lookIntervalMs) return;
    lookedAt = performance.now();
    switch (watched.look()) {
      case "same":
        return;
      case "gone":
        return restore();
      case "replaced":
        return open();
      case "damaged":
        return replaceDamaged();
    }
  };

  /** @returns whether the task may be run again */
  const mend = ({ kind }: StoreFault): boolean => {
    if (kind === "corrupt") {
      replaceDamaged();
      return true;
    }
    const isDue = kind !== "full" && performance.now() - openedAt >= lookIntervalMs;
    if (isDue) open();
    return isDue;
  };

  /**
   * Waits for a lock or mends the file, so that the task may be run again.
   * @throws StoreError if that does not help
   */
  const recover = async (error: unknown, { deadline, pauseMs, isMended }: Attempt): Promise<boolean> => {
    const fault = readStoreFault(error);
    if (!fault) throw error;
    if (fault.kind === "locked" && performance.now() < deadline) {
      await wait(pauseMs);
      return isMended;
    }
    if (fault.kind !== "locked" && !isMended && tryTo(() => mend(fault))) return true;
    throw new StoreError(fault.reason, { cause: error });
  };

  const attempt = async <T>(task: (parts: Parts, db: Database) => T, deadline: number): Promise<T> => {
    let isMended = false;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      if (isClosed) throw new Error("the store is closed");
      try {
        followFile();
        return task(parts, db);
      } catch (error) {
        isMended = await recover(error, { deadline, pauseMs, isMended });
      }
    }
  };

  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(task: () => T | Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
  return {
    run: (task) => {
      const deadline = performance.now() + maxLockWaitMs;
      return enqueue(() => attempt(task, deadline));
    },
    runNow: (task) => attempt(task, performance.now() + maxImmediateWaitMs),
    close: () =>
      enqueue(() => {
        if (isClosed) return;
        isClosed = true;
        tryTo(() => watched.look() === "gone" && restore());
        closeQuietly(db);
        watched.close();
      }),
  };
}

/** A database on a broken disk can't be closed properly. */
function closeQuietly(db: Database): void {
  tryTo(() => db.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
  tryTo(() => db.close());
}

function tryTo<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
