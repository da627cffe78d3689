import { copyFileSync, existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { StartError } from "../lib/start-error.ts";
import { bringOver, type GoneValue } from "./sqlite/bring-over.ts";
import type { Database } from "./sqlite/database.ts";
import { examineCopy, type StoreContents } from "./sqlite/examine-copy.ts";
import { databaseFile } from "./sqlite/open-database.ts";
import { replaceStore } from "./sqlite/replace-store.ts";
import { schemaVersion } from "./sqlite/schema.ts";
import { readStoreFault } from "./sqlite/store-fault.ts";
import { takeStore } from "./sqlite/take-store.ts";
import { inUnfinishedFolder } from "./sqlite/unfinished-folder.ts";

interface RestoreOptions {
  readonly dataDir: string;
  /** The backup. */
  readonly file: string;
  /** Whether a damaged store is replaced, although nobody can tell whether the bot is running. */
  readonly force: boolean;
  readonly now: number;
}

export interface Restored {
  readonly contents: StoreContents;
  /** Where the store of before is now; undefined if there was none. */
  readonly keptAs: string | undefined;
  /**
   * Values of the backup that had been deleted since; undefined if there was no store that tells it, nor what was answered
   * since.
   */
  readonly gone: readonly GoneValue[] | undefined;
}

/**
 * Puts a backup in the place of the store, which is kept beside it.
 * @throws StartError with what to do, before anything was changed
 */
export async function restoreStore(options: RestoreOptions): Promise<Restored> {
  const { dataDir, file, now } = options;
  const store = databaseFile(dataDir);
  checkSource(file, store);
  try {
    mkdirSync(dataDir, { recursive: true });
    return await inUnfinishedFolder(store, async (folder) => {
      const copy = path.join(folder, path.basename(store));
      const contents = copyChecked(file, copy, now);
      return swap(options, { store, copy, contents });
    });
  } catch (error) {
    if (error instanceof StartError || !readStoreFault(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `Nothing was restored (${reason}): this user must be able to read ${file} and to write to ${dataDir}, which needs as much room as the backup`,
      { cause: error },
    );
  }
}

/** @throws StartError if there is no such file, or it is the store */
function checkSource(file: string, store: string): void {
  if (!existsSync(file))
    throw new StartError(`There is no ${file}: name a file that npx signpost backup has made`);
  if (!statSync(file).isFile())
    throw new StartError(`${file} is no file: name a file that npx signpost backup has made`);
  if (existsSync(store) && realpathSync(file) === realpathSync(store))
    throw new StartError(`${file} is the store itself: name a backup of it`);
}

/** @throws StartError if it is no backup, is damaged, or was written by a newer version */
function copyChecked(file: string, copy: string, now: number): StoreContents {
  copyFileSync(file, copy);
  // A plain copy of a store's files, made while the bot was stopped, may have a log beside it.
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  const examined = examineCopy(copy, now);
  if (examined.kind === "damaged")
    throw new StartError(`${file} is damaged, or no backup (${examined.why}): restore another one`);
  if (examined.kind === "foreign")
    throw new StartError(
      `${file} is no backup of Signpost (${examined.why}): name a file that npx signpost backup has made`,
    );
  const { contents } = examined;
  if (contents.schemaVersion > schemaVersion)
    throw new StartError(
      `${file} was written by a newer Signpost (schema ${contents.schemaVersion}, this one knows ${schemaVersion}): ` +
        "restore it with that version, or restore a backup from before the upgrade",
    );
  return contents;
}

interface Swap {
  readonly store: string;
  readonly copy: string;
  readonly contents: StoreContents;
}

function swap({ force, now }: RestoreOptions, { store, copy, contents }: Swap): Restored {
  const taken = takeStore(store);
  switch (taken.kind) {
    case "absent":
      return { contents, keptAs: replaceStore(store, copy), gone: undefined };
    case "damaged":
      if (!force) throw damagedStore(store, taken.why);
      return { contents, keptAs: replaceStore(store, copy), gone: undefined };
    case "taken":
      return swapTaken(taken, { store, copy, contents, now });
  }
}

function swapTaken(
  { db, release }: { readonly db: Database; readonly release: () => void },
  { store, copy, contents, now }: Swap & { readonly now: number },
): Restored {
  try {
    const gone = bringOver(db, copy, now);
    return { contents, keptAs: replaceStore(store, copy), gone };
  } finally {
    release();
  }
}

function damagedStore(store: string, why: string): StartError {
  return new StartError(
    `${store} is damaged (${why}), so that nobody can tell whether the bot is using it. Make sure that the bot is ` +
      "stopped, and run this again with --force: the damaged file is kept",
  );
}
