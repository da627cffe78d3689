import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { StartError } from "../../lib/start-error.ts";
import type { Database, Warn } from "./database.ts";
import { checkIntegrity, setUp, tryWrite } from "./schema.ts";
import { setAside } from "./set-aside.ts";
import { readStoreFault } from "./store-fault.ts";

/** The database's file in a data folder. */
export function databaseFile(dataDir: string): string {
  return path.join(dataDir, "signpost.db");
}

/**
 * Opens the database in the data folder, and creates or migrates it. A damaged file is moved aside, and a new one begins.
 * @throws StartError if the folder or the file can't be written
 */
export function openDatabase(dataDir: string, warn: Warn = () => {}): Database {
  try {
    return openOrReplace(databaseFile(dataDir), warn);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`DATA_DIR can't be used (${reason}): set it to a folder that this user may write`, {
      cause,
    });
  }
}

/** @throws the error of the database or of the file system */
export function openOrReplace(file: string, warn: Warn): Database {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    return open(file);
  } catch (error) {
    if (readStoreFault(error)?.kind !== "corrupt") throw error;
    setAside(file, warn);
    return open(file);
  }
}

function open(file: string): Database {
  const db = new DatabaseSync(file);
  try {
    setUp(db);
    checkIntegrity(db, file);
    tryWrite(db);
    // From here on nothing waits inside SQLite, where it would block the event loop.
    db.exec("PRAGMA busy_timeout = 0");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
