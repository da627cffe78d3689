import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import type { Bot, BotFiles } from "./bot.ts";

/** What happens to the store of a running bot while people ask. Resolves when the fault is over. */
export interface StoreFault {
  readonly name: string;
  readonly strike: (bot: BotFiles) => Promise<void>;
  /** Whether the bot is restarted afterwards: SQLite's cache hides the fault from a process that is running. */
  readonly restarts?: boolean;
  /** Whether the store is lost, and with it what was not finished. */
  readonly losesStore?: boolean;
}

/** How long a fault lasts that ends by itself, in milliseconds. */
const faultMs = 10_000;

const fileOf = ({ folder }: BotFiles) => path.join(folder, "signpost.db");

/** Another process holds the file, as a backup or a second bot may. */
async function lock(bot: BotFiles): Promise<void> {
  const db = new DatabaseSync(fileOf(bot));
  db.exec("PRAGMA busy_timeout = 2000; BEGIN EXCLUSIVE");
  await wait(faultMs);
  db.exec("ROLLBACK");
  db.close();
}

/** No file of the process may grow: what writes there meets the same as on a full disk. Linux only. */
async function fillDisk({ pid }: BotFiles): Promise<void> {
  const limit = (bytes: string) => execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}`]);
  limit("4096:unlimited");
  await wait(faultMs);
  limit("unlimited:unlimited");
}

/** Overwrites all but the headers of the file and of its log, as a broken disk does. */
async function corrupt(bot: BotFiles): Promise<void> {
  for (const [name, header] of [
    [fileOf(bot), 100],
    [`${fileOf(bot)}-wal`, 32],
  ] as const) {
    const file = openSync(name, "r+");
    const noise = Buffer.alloc(Math.max(0, statSync(name).size - header), 0xa5);
    writeSync(file, noise, 0, noise.length, header);
    closeSync(file);
  }
}

/** Somebody tidies the data folder up. */
async function remove(bot: BotFiles): Promise<void> {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${fileOf(bot)}${suffix}`, { force: true });
}

export const storeFaults: readonly StoreFault[] = [
  { name: "store locked", strike: lock },
  { name: "disk full", strike: fillDisk },
  { name: "store corrupt", strike: corrupt, restarts: true, losesStore: true },
  { name: "store deleted", strike: remove },
  { name: "store deleted, then a restart", strike: remove, restarts: true },
];

/** @throws Error if the bot runs inside this process */
export async function strike(bot: Bot, fault: StoreFault): Promise<void> {
  const files = bot.process?.();
  if (!files) throw new Error("a fault of the store needs a bot process");
  await fault.strike(files);
  if (fault.restarts) await bot.restart();
}
