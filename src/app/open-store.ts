import { existsSync } from "node:fs";
import { StartError } from "../lib/start-error.ts";
import { databaseFile } from "../store/sqlite/open-database.ts";
import { createSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import type { Config } from "./config.ts";

type StoreSettings = Pick<Config, "DATA_DIR" | "DATABASE_URL">;

/**
 * Opens the store that the settings name: the database of DATABASE_URL, or else the file in DATA_DIR.
 * @param warn told what happened to the file, and what to do
 * @throws StartError if it can't be used
 */
export async function openStore(
  { DATA_DIR: dataDir, DATABASE_URL: url }: StoreSettings,
  warn?: (message: string) => void,
): Promise<Store> {
  if (url === undefined) return createSqliteStore(dataDir, Date.now, warn);
  const { createPostgresStore } = await import("../store/postgres.ts");
  return createPostgresStore({ url });
}

/** The same, but of a bot that has run before. @throws StartError if there is no file, which would be made and be empty */
export async function openExistingStore(settings: StoreSettings): Promise<Store> {
  const file = databaseFile(settings.DATA_DIR);
  if (settings.DATABASE_URL !== undefined || existsSync(file)) return openStore(settings);
  throw new StartError(`There is no ${file}: set DATA_DIR to the folder that the bot uses`);
}
