import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { temporaryFolder } from "../support/temporary.ts";

const minute = 60_000;
const words = "mot-hai-ba-bon";

/** How often the words stand in the files of the database. */
function tracesIn(folder: string): number {
  return ["signpost.db", "signpost.db-wal"]
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(file))
    .reduce((sum, file) => sum + readFileSync(file, "latin1").split(words).length - 1, 0);
}

function openStore() {
  let time = Date.UTC(2026, 10, 20);
  const folder = temporaryFolder();
  const store = createSqliteStore(folder, () => time);
  onTestFinished(() => store.close());
  const wait = (milliseconds: number) => {
    time += milliseconds;
  };
  return { folder, store, wait };
}

it("a deleted value, and the body of a finished event, leave no trace once the store was scrubbed", async () => {
  const step = fc.record({
    key: fc.nat(20),
    kind: fc.constantFrom("set", "delete", "event"),
    isSecret: fc.boolean(),
    times: fc.nat(400),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 150 }), async (steps) => {
      const { folder, store } = openStore();
      for (const [index, { key, kind, isSecret, times }] of steps.entries()) {
        const text = (isSecret ? `${words} ` : "plain ").repeat(times + 1);
        const name = `${isSecret ? "secret" : "plain"}/${key}`;
        if (kind === "set") await store.set(name, text);
        else if (kind === "delete") await store.write([{ kind: "delete", key: name }]);
        else {
          await store.claim(`e${index}`, text, minute);
          await store.finish(`e${index}`);
        }
      }
      const secrets = await store.find({ startsWith: "secret/" });
      await store.write(secrets.map(({ key }) => ({ kind: "delete", key })));
      await store.scrub();
      expect(tracesIn(folder)).toBe(0);
      await store.close();
    }),
    { numRuns: propertyRuns(10) },
  );
});

it("what has expired leaves no trace once the store looks for unfinished events", async () => {
  const { folder, store, wait } = openStore();
  await store.set("draft", words.repeat(50), { ttl: minute });
  await store.append("unanswered", words, { ttl: minute });
  expect(tracesIn(folder)).toBeGreaterThan(0);
  wait(11 * minute);
  await store.unfinished();
  expect(tracesIn(folder)).toBe(0);
});

it("what an earlier version deleted leaves no trace", async () => {
  const folder = temporaryFolder();
  const old = new DatabaseSync(path.join(folder, "signpost.db"));
  old.exec(
    "CREATE TABLE value (key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL, until INTEGER) STRICT",
  );
  old.prepare("INSERT INTO value VALUES ('k', ?, 1, NULL)").run(words.repeat(2000));
  old.exec("DELETE FROM value");
  old.close();
  expect(tracesIn(folder)).toBeGreaterThan(0);
  const store = createSqliteStore(folder, Date.now);
  await store.close();
  expect(tracesIn(folder)).toBe(0);
});
