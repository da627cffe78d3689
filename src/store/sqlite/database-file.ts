import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import path from "node:path";
import type { Database } from "./database.ts";
import { databaseSuffixes } from "./set-aside.ts";

/** `gone`: deleted or moved. `replaced`: another file has its name. `damaged`: its header is no database's. */
type FileState = "same" | "gone" | "replaced" | "damaged";

/** The file of an open database, to be looked at from outside of SQLite. */
export interface WatchedFile {
  look(): FileState;
  /** Only after the database was closed. */
  close(): void;
}

/**
 * Watches a database's file through one handle. SQLite's locks are the process's, and it loses them as soon as it closes
 * any handle of the file (fcntl, "advisory record locking"): whoever looks at the database then takes it for unused, and
 * deletes the log that this process goes on writing to.
 */
export function watchFile(file: string): WatchedFile {
  const handle = openSync(file, "r");
  const identity = identityOf(fstatSync(handle));
  return {
    look: () => {
      const found = statSync(file, { throwIfNoEntry: false });
      if (!found) return "gone";
      if (identityOf(found) !== identity) return "replaced";
      return hasHeader(handle) ? "same" : "damaged";
    },
    close: () => closeSync(handle),
  };
}

/** Tells one file from another under the same name. */
function identityOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

/** sqlite.org/fileformat2.html, "The Database Header" */
const header = Buffer.from("SQLite format 3\0");

function hasHeader(handle: number): boolean {
  const found = Buffer.alloc(header.length);
  readSync(handle, found, 0, header.length, 0);
  return found.equals(header);
}

/**
 * Writes a deleted database anew from a connection that still has it open. Does nothing if another process has just done
 * so.
 */
export function restoreFile(db: Database, file: string): void {
  const copy = `${file}.restored-${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(copy, { force: true });
  db.prepare("VACUUM INTO ?").run(copy);
  try {
    if (existsSync(file)) return;
    // The log of the deleted file would be taken for the new one's.
    for (const suffix of databaseSuffixes) rmSync(file + suffix, { force: true });
    linkSync(copy, file);
  } finally {
    rmSync(copy, { force: true });
  }
}
