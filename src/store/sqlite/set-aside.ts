import { existsSync, renameSync } from "node:fs";
import type { Warn } from "./database.ts";

/** The files of a database in write-ahead mode: sqlite.org/walformat.html. */
export const databaseSuffixes = ["", "-wal", "-shm"] as const;

/** Renames a damaged database, so that a new one can begin in its place and the old one can still be looked at. */
export function setAside(file: string, warn: Warn): void {
  const aside = `${file}.corrupt-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  for (const suffix of databaseSuffixes) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  warn(
    `the database was damaged: it was moved to ${aside}, and a new one was begun. Conversations, drafts, handovers, ` +
      "chosen languages and facts up to now are lost, and questions that were not answered yet too. To get them back, " +
      "stop the bot and run `npx signpost restore FILE` with a backup; check the disk",
  );
}
