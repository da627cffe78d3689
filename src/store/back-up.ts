import { chmodSync, existsSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { backup, DatabaseSync } from "@photostructure/sqlite";
import { StartError } from "../lib/start-error.ts";
import { examineCopy, type StoreContents } from "./sqlite/examine-copy.ts";
import { databaseFile } from "./sqlite/open-database.ts";
import { databaseSuffixes } from "./sqlite/set-aside.ts";
import { readStoreFault } from "./sqlite/store-fault.ts";
import { inUnfinishedFolder } from "./sqlite/unfinished-folder.ts";

interface BackUpOptions {
  readonly dataDir: string;
  /** Where the copy goes. It appears there once it is complete and checked. */
  readonly file: string;
  /** Whether a file of that name is replaced. */
  readonly force: boolean;
  readonly now: number;
}

/**
 * Copies the store, also while others write to it: the copy is the store as it was at one moment.
 * @throws StartError with what to do
 */
export async function backUpStore({ dataDir, file, force, now }: BackUpOptions): Promise<StoreContents> {
  const store = databaseFile(dataDir);
  if (!existsSync(store)) throw noStore(store);
  checkTarget(file, { store, force });
  try {
    return await inUnfinishedFolder(file, async (folder) => {
      const copy = path.join(folder, path.basename(file));
      await copyDatabase(store, copy);
      const examined = examineCopy(copy, now);
      if (examined.kind === "damaged") throw damagedStore(store, examined.why);
      if (examined.kind === "foreign")
        throw new StartError(`${store} is no store of Signpost: ${examined.why}`);
      chmodSync(copy, 0o600);
      renameSync(copy, file);
      return examined.contents;
    });
  } catch (error) {
    throw explain(error, { store, file });
  }
}

function noStore(store: string): StartError {
  return new StartError(`There is no ${store}: set DATA_DIR to the folder that the bot uses`);
}

/** @throws StartError if the copy can't or must not go there */
function checkTarget(
  file: string,
  { store, force }: { readonly store: string; readonly force: boolean },
): void {
  const folder = path.dirname(file);
  if (!existsSync(folder)) throw new StartError(`There is no folder ${folder}: make it first`);
  if (databaseSuffixes.some((suffix) => path.resolve(store + suffix) === path.resolve(file)))
    throw new StartError(`${file} is the store itself: name another file`);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new StartError(`${file} is a folder: name a file in it`);
  if (found && found.ino === statSync(store).ino && found.dev === statSync(store).dev)
    throw new StartError(`${file} is the store itself: name another file`);
  if (found && !force)
    throw new StartError(`${file} is there already: choose another name, or replace it with --force`);
}

/** How long to wait for another process that has the store for itself, in milliseconds. */
const timeout = 5000;
/** All pages in one step: between two of them a writer would make SQLite begin again. Writers go on meanwhile. */
const allPages = -1;

async function copyDatabase(store: string, copy: string): Promise<void> {
  const db = new DatabaseSync(store, { readOnly: true, timeout });
  try {
    // Reports a file that can't be read or is locked, where the backup would try again for ever.
    db.exec("SELECT 1 FROM sqlite_schema");
    await backup(db, copy, { rate: allPages });
  } finally {
    db.close();
  }
}

function damagedStore(store: string, why: string): StartError {
  return new StartError(
    `${store} is damaged (${why}): nothing was backed up. Restart the bot, which moves a damaged store aside and begins a ` +
      "new one; then stop it and restore your last backup. Check the disk",
  );
}

function explain(
  error: unknown,
  { store, file }: { readonly store: string; readonly file: string },
): unknown {
  if (error instanceof StartError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  switch (readStoreFault(error)?.kind) {
    case "corrupt":
      return damagedStore(store, reason);
    case "locked":
      return new StartError(
        `${store} is being restored or moved by another process: try again when that is done`,
      );
    case "full":
    case "readonly":
    case "unreachable":
      return new StartError(
        `Nothing was backed up (${reason}): this user must be able to read ${store} and to write to ${path.dirname(path.resolve(file))}, which needs as much room as the store`,
        { cause: error },
      );
    case undefined:
      return error;
  }
}
