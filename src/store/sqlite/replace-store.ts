import { chmodSync, chownSync, existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { databaseSuffixes } from "./set-aside.ts";

/**
 * Puts a copy in the place of a store that nobody uses, and keeps the store beside it. There is a store at any time.
 * @returns the name of the store of before; undefined if there was none
 */
export function replaceStore(store: string, copy: string): string | undefined {
  const isThere = existsSync(store);
  const { uid, gid, mode } = statSync(isThere ? store : path.dirname(store));
  chmodSync(copy, isThere ? mode & 0o777 : 0o600);
  // An administrator's copy is no use to the bot's user.
  if (process.getuid?.() === 0) chownSync(copy, uid, gid);
  const aside = `${store}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  if (isThere) keepAs(store, aside);
  for (const suffix of databaseSuffixes.filter((one) => one !== "")) {
    // A log of the store of before would be taken for the copy's.
    if (isThere && existsSync(store + suffix)) renameSync(store + suffix, aside + suffix);
    else rmSync(store + suffix, { force: true });
  }
  renameSync(copy, store);
  return isThere ? aside : undefined;
}

function keepAs(store: string, aside: string): void {
  try {
    linkSync(store, aside);
  } catch {
    // Some file systems know no links.
    renameSync(store, aside);
  }
}
