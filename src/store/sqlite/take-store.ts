import { existsSync } from "node:fs";
import { DatabaseSync } from "@photostructure/sqlite";
import { StartError } from "../../lib/start-error.ts";
import type { Database } from "./database.ts";
import { readStoreFault } from "./store-fault.ts";

/** A store of which this process is the only user until it is released. */
export type TakenStore =
  | { readonly kind: "taken"; readonly db: Database; readonly release: () => void }
  | { readonly kind: "absent" }
  | { readonly kind: "damaged"; readonly why: string };

/** Commands such as `report` have the store for less than this, in milliseconds. */
const timeout = 3000;

/**
 * Takes a store for this process alone. SQLite leaves the write-ahead mode only where no other process has the file open,
 * so that a running bot is noticed even if it does nothing at the moment.
 * @throws StartError if another process uses it
 */
export function takeStore(file: string): TakenStore {
  if (!existsSync(file)) return { kind: "absent" };
  const db = new DatabaseSync(file, { timeout });
  try {
    db.exec("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE");
    return { kind: "taken", db, release: () => release(db) };
  } catch (error) {
    db.close();
    const fault = readStoreFault(error);
    if (fault?.kind === "corrupt") return { kind: "damaged", why: fault.reason };
    if (fault?.kind === "locked") throw inUse(file);
    throw error;
  }
}

function release(db: Database): void {
  if (db.isTransaction) db.exec("ROLLBACK");
  db.close();
}

function inUse(file: string): StartError {
  return new StartError(
    `${file} is in use: the bot is running, or another command is. Stop the bot and run this again; nothing was changed`,
  );
}
