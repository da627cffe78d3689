import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, it, onTestFinished } from "vitest";
import { backUpStore } from "../../src/store/back-up.ts";
import { restoreStore } from "../../src/store/restore.ts";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import { testStore } from "../contracts/store.ts";
import { startScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { until } from "../support/until.ts";

const names = ["one", "two"] as const;

/** Two processes that write to the folder until the test ends. */
function startWriters(folder: string) {
  const counts = new Map<string, number>();
  const writers = names.map((name) => {
    const child = startScript(path.join(import.meta.dirname, "write-pairs.ts"), [folder, name]);
    onTestFinished(() => void child.kill("SIGKILL"));
    if (child.stdout)
      createInterface({ input: child.stdout }).on("line", (line) => counts.set(name, Number(line)));
    return child;
  });
  return {
    /** How many pairs the slower one has written. */
    written: () => Math.min(...names.map((name) => counts.get(name) ?? 0)),
    kill: async () => {
      await Promise.all(
        writers.map((child) => {
          child.kill("SIGKILL");
          return once(child, "exit");
        }),
      );
    },
  };
}

/** Puts a copy into a data folder of its own and opens it. */
async function openRestored(file: string, now = Date.now) {
  const dataDir = temporaryFolder();
  await restoreStore({ dataDir, file, force: false, now: Date.now() });
  return createSqliteStore(dataDir, now);
}

it("copies that are made while two processes write hold each write whole or not at all", async () => {
  const [folder, backups] = [temporaryFolder(), temporaryFolder()];
  const writers = startWriters(folder);
  const copies: string[] = [];
  const countsAtStart: number[] = [];
  while (writers.written() < 2000 || copies.length < 5) {
    const due = (copies.length + 1) * 400;
    await until(() => (writers.written() >= due ? true : undefined));
    const file = path.join(backups, `${copies.length}.db`);
    countsAtStart.push(writers.written());
    await backUpStore({ dataDir: folder, file, force: false, now: Date.now() });
    copies.push(file);
  }
  await writers.kill();
  for (const [index, file] of copies.entries()) {
    const store = await openRestored(file);
    const lines = (await store.read("facts", 0)).length;
    let pairs = 0;
    for (const name of names) {
      const left = (await store.get(`left/${name}`))?.value ?? "";
      const count = Number.parseInt(left, 10);
      pairs += count;
      expect(count).toBeGreaterThanOrEqual(countsAtStart[index] ?? Number.POSITIVE_INFINITY);
      expect((await store.get(`right/${name}`))?.value).toBe(left);
      expect((await store.get(`pair/${name}-${count % 1000}`))?.value).toBe(left);
    }
    expect(lines).toBe(pairs);
    await store.close();
  }
});

testStore("restored", async (now) => {
  const [folder, file] = [temporaryFolder(), path.join(temporaryFolder(), "copy.db")];
  await createSqliteStore(folder, now).close();
  await backUpStore({ dataDir: folder, file, force: false, now: now() });
  return openRestored(file, now);
});
