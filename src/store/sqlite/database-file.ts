import { closeSync, existsSync, linkSync, mkdirSync, openSync, readSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Database } from "./database.ts";
import { databaseSuffixes } from "./set-aside.ts";

/** Tells one file from another under the same name. */
export function identify(file: string): string {
  const { dev, ino } = statSync(file);
  return `${dev}:${ino}`;
}

/** `gone`: deleted or moved. `replaced`: another file has its name. `damaged`: its header is no database's. */
export type FileState = "same" | "gone" | "replaced" | "damaged";

/** @param identity of the file that was opened */
export function lookAtFile(file: string, identity: string): FileState {
  if (!existsSync(file)) return "gone";
  if (identify(file) !== identity) return "replaced";
  return hasHeader(file) ? "same" : "damaged";
}

/** sqlite.org/fileformat2.html, "The Database Header" */
const header = Buffer.from("SQLite format 3\0");

function hasHeader(file: string): boolean {
  const handle = openSync(file, "r");
  try {
    const found = Buffer.alloc(header.length);
    readSync(handle, found, 0, header.length, 0);
    return found.equals(header);
  } finally {
    closeSync(handle);
  }
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
