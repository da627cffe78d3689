import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import { temporaryFolder } from "../support/temporary.ts";

/** Whether this process has a lock on the file, as Linux tells. */
function isLockedHere(file: string): boolean {
  const { ino } = statSync(file);
  const locks = readFileSync("/proc/locks", "utf8").split("\n");
  return locks.some((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `));
}

// Without the lock, a sqlite3 command before 3.51 deletes the log of a running store when it ends, and with it all that is
// written from then on.
it.runIf(process.platform === "linux")(
  "a store keeps its lock, however often it looks at its file",
  async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = temporaryFolder();
    const store = createSqliteStore(folder, Date.now);
    onTestFinished(() => store.close());
    for (let count = 0; count < 3; count += 1) {
      await store.set("k", "v");
      expect(isLockedHere(path.join(folder, "signpost.db"))).toBe(true);
      // It looks once a second.
      vi.advanceTimersByTime(1000);
    }
  },
);
