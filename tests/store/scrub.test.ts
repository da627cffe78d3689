import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { temporaryFolder } from "../support/temporary.ts";

const secret = "zebrafish";

function open(folder: string): Store {
  const store = createSqliteStore(folder, Date.now);
  onTestFinished(() => store.close());
  return store;
}

function hasTrace(folder: string): boolean {
  return readdirSync(folder).some((file) => readFileSync(path.join(folder, file)).includes(secret));
}

it("whatever was written, replaced and deleted, no byte of what was deleted is left in the files", async () => {
  const change = fc.record({
    key: fc.nat({ max: 60 }),
    length: fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 9000 })),
    isSecret: fc.boolean(),
    isDeleted: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 250 }), async (changes) => {
      const folder = temporaryFolder();
      const store = open(folder);
      const secrets = new Set<string>();
      for (const { key: number, length, isSecret, isDeleted } of changes) {
        const key = `${isSecret ? secret : "plain"}/${number}`;
        if (isSecret) secrets.add(key);
        const value = (isSecret ? secret : "other").repeat(Math.ceil(length / 9));
        await store.write([isDeleted ? { kind: "delete", key } : { kind: "set", key, value }]);
      }
      await store.write([...secrets].map((key) => ({ kind: "delete", key }) as const));
      await store.scrub();
      expect(hasTrace(folder)).toBe(false);
    }),
    { numRuns: propertyRuns(20) },
  );
});

it("words of an event are gone once it is finished", async () => {
  const folder = temporaryFolder();
  const store = open(folder);
  await store.claim("e1", secret.repeat(2000), 1000);
  await store.finish("e1");
  await store.scrub();
  expect(hasTrace(folder)).toBe(false);
});

it("another process that reads is waited for, and an error if it goes on", async () => {
  const folder = temporaryFolder();
  const store = open(folder);
  const other = new DatabaseSync(path.join(folder, "signpost.db"));
  onTestFinished(() => other.close());
  await store.set("k", secret);
  other.exec("BEGIN");
  other.prepare("SELECT * FROM value").all();
  await store.write([{ kind: "delete", key: "k" }]);
  const scrubbing = store.scrub();
  await expect(scrubbing).rejects.toThrow("locked by another process");
  other.exec("COMMIT");
  await store.scrub();
  expect(hasTrace(folder)).toBe(false);
});

it("what a file of an earlier version had only marked as free is gone as well", async () => {
  const folder = temporaryFolder();
  const old = new DatabaseSync(path.join(folder, "signpost.db"));
  old.exec("PRAGMA secure_delete = OFF");
  old.exec(
    "CREATE TABLE value (key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL, until INTEGER) STRICT",
  );
  const insert = old.prepare("INSERT INTO value VALUES (?, ?, 1, NULL)");
  for (let count = 0; count < 50; count += 1) insert.run(`key ${count}`, `${secret} `.repeat(100));
  old.exec("DELETE FROM value");
  old.close();
  expect(hasTrace(folder)).toBe(true);
  const store = open(folder);
  await store.set("k", "v");
  await store.scrub();
  expect(hasTrace(folder)).toBe(false);
  expect((await store.get("k"))?.value).toBe("v");
});
