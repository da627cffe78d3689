import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/** Whatever makes a file is done, or was killed, after so long. */
const maxAgeMs = 3_600_000;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs something with a folder beside a file for what will become that file: on the same disk, so that it can be renamed,
 * and for this user alone. The folder is gone afterwards, also where the process is interrupted; what a killed process
 * left is deleted an hour later.
 */
export async function inUnfinishedFolder<T>(file: string, run: (folder: string) => Promise<T>): Promise<T> {
  const prefix = `${file}.unfinished-`;
  deleteOld(prefix);
  const folder = mkdtempSync(prefix);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const exit = () => {
    remove();
    process.exit(1);
  };
  for (const signal of signals) process.once(signal, exit);
  try {
    return await run(folder);
  } finally {
    for (const signal of signals) process.off(signal, exit);
    remove();
  }
}

function deleteOld(prefix: string): void {
  const parent = path.dirname(prefix);
  for (const name of readdirSync(parent)) {
    const folder = path.join(parent, name);
    if (!name.startsWith(path.basename(prefix))) continue;
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (Date.now() - changed > maxAgeMs) rmSync(folder, { recursive: true, force: true });
  }
}
