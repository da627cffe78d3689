import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import type { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import { StoreError } from "../../src/store/store.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { lockFile } from "./lock-file.ts";

/** Every connection made, oldest first: limits are set on the connection itself. */
const connections = vi.hoisted((): InstanceType<typeof DatabaseSync>[] => []);

vi.mock("@photostructure/sqlite", async (importOriginal) => {
  const original = await importOriginal<typeof import("@photostructure/sqlite")>();
  class Watched extends original.DatabaseSync {
    constructor(...options: ConstructorParameters<typeof original.DatabaseSync>) {
      super(...options);
      connections.push(this);
    }
  }
  return { ...original, DatabaseSync: Watched };
});

const minute = 60_000;
/** The store looks at its file once a second of this clock. */
const secondMs = 1000;

function openStore(folder = temporaryFolder()) {
  const warnings: string[] = [];
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const store = createSqliteStore(folder, Date.now, (message) => warnings.push(message));
  onTestFinished(() => store.close());
  const file = path.join(folder, "signpost.db");
  const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
  return { folder, file, store, warnings, pass };
}

const setAside = (folder: string) => readdirSync(folder).filter((name) => /\.corrupt-[^.]*Z$/.test(name));

describe("while another process has locked the file", () => {
  it("the event loop goes on, calls fail with the reason, and the next ones succeed in their order", async () => {
    const folder = temporaryFolder();
    const store = createSqliteStore(folder, Date.now);
    onTestFinished(() => store.close());
    await store.set("k", "before");
    const unlock = await lockFile(folder);
    const calls = Promise.allSettled([
      store.claim("e1", "body", minute),
      ...Array.from({ length: 20 }, (_, index) => store.set("k", `while locked ${index}`)),
    ]);
    let turns = 0;
    let isSettled = false;
    void calls.then(() => {
      isSettled = true;
    });
    while (!isSettled) {
      turns += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(turns).toBeGreaterThan(100);
    for (const call of await calls) {
      expect(call).toMatchObject({ status: "rejected", reason: { reason: "locked by another process" } });
    }
    expect(await store.check()).toBe("locked by another process");
    const waiting = [store.set("k", "first"), store.set("k", "second")];
    await unlock();
    await Promise.all(waiting);
    expect((await store.get("k"))?.value).toBe("second");
    expect(await store.claim("e1", "body", minute)).toBe("new");
  });
});

const damages: readonly (readonly [string, (file: string) => void])[] = [
  ["is text", (file) => writeFileSync(file, "no database at all, but a text of some length\n".repeat(100))],
  ["is empty of a header", (file) => overwrite(file, 0, 100)],
  ["is damaged in its middle", (file) => overwrite(file, 4096, statSync(file).size - 4096)],
  ["was cut off", (file) => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
];

function overwrite(file: string, at: number, length: number): void {
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(length, 0x55), 0, length, at);
  closeSync(handle);
}

/** A folder with a database that is larger than what SQLite keeps of it in memory (2 MB). */
async function filledFolder(): Promise<string> {
  const folder = temporaryFolder();
  const store = createSqliteStore(folder, Date.now);
  for (let index = 0; index < 100; index += 1) await store.set(`key ${index}`, "value ".repeat(10_000));
  await store.close();
  return folder;
}

describe.each(damages)("a file that %s", (_, damage) => {
  it("at the start is moved aside and named, and a new one begins", async () => {
    const folder = await filledFolder();
    damage(path.join(folder, "signpost.db"));
    const { store, warnings } = openStore(folder);
    expect(await store.claim("e1", "body", minute)).toBe("new");
    const [aside = ""] = setAside(folder);
    expect(warnings).toEqual([expect.stringContaining(aside)]);
    expect(aside).toMatch(/^signpost\.db\.corrupt-\d{4}-\d\d-\d\d/);
  });

  it("while the store is open is moved aside, and a new one begins", async () => {
    const folder = await filledFolder();
    const { store, file, warnings, pass } = openStore(folder);
    await store.scrub();
    damage(file);
    pass(secondMs);
    const keys = Array.from({ length: 100 }, (__, index) => `key ${index}`);
    await Promise.allSettled(keys.map((key) => store.get(key)));
    await Promise.allSettled(keys.map((key) => store.set(key, "new ".repeat(2000))));
    await store.scrub();
    expect(await store.claim("e1", "body", minute)).toBe("new");
    expect(await store.check()).toBeUndefined();
    expect(warnings.length).toBe(setAside(folder).length);
    await store.close();
    const reopened = openStore(folder);
    expect(await reopened.store.claim("e1", "body", minute)).toBe("busy");
  });
});

describe("a file that is deleted while the store is open", () => {
  it.each([
    ["alone", ["signpost.db"]],
    ["with its log", ["signpost.db", "signpost.db-wal", "signpost.db-shm"]],
    ["with its folder", [""]],
  ])("%s is written anew, with all that it held", async (_, names) => {
    const { store, folder, file, warnings, pass } = openStore();
    await store.claim("answered", "body", minute);
    await store.finish("answered");
    for (const name of names) rmSync(path.join(folder, name), { recursive: true });
    pass(secondMs);
    await store.set("k", "after");
    expect(existsSync(file)).toBe(true);
    expect(warnings).toEqual([expect.stringContaining("was deleted")]);
    await store.close();
    const { store: reopened } = openStore(folder);
    expect(await reopened.claim("answered", "body", minute)).toBe("done");
    expect((await reopened.get("k"))?.value).toBe("after");
  });

  it("just before the store is closed, is written anew as well", async () => {
    const { store, folder } = openStore();
    await store.set("k", "kept");
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
    await store.close();
    expect((await openStore(folder).store.get("k"))?.value).toBe("kept");
  });

  it("and replaced by another is left for the other", async () => {
    const other = await filledFolder();
    const { store, file, folder, pass } = openStore();
    await store.set("k", "before");
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
    writeFileSync(file, readFileSync(path.join(other, "signpost.db")));
    pass(secondMs);
    expect((await store.get("key 7"))?.value).toContain("value");
    expect(await store.get("k")).toBeUndefined();
  });
});

describe("a store that can't be written", () => {
  it("says why, and works again as soon as it can be", async () => {
    const { store, pass } = openStore();
    await store.set("k", "before");
    connections.at(-1)?.exec("PRAGMA max_page_count = 1");
    const large = "x".repeat(100_000);
    await expect(store.write([{ kind: "set", key: "k", value: large }])).rejects.toThrow(StoreError);
    await expect(store.claim("e1", large, minute)).rejects.toMatchObject({ reason: "disk full" });
    expect((await store.get("k"))?.value).toBe("before");
    connections.at(-1)?.exec("PRAGMA max_page_count = 1000000");
    pass(secondMs);
    expect(await store.claim("e1", large, minute)).toBe("new");
    expect(await store.check()).toBeUndefined();
  });

  it("opens its file anew where a connection can only read", async () => {
    const { store, pass } = openStore();
    connections.at(-1)?.exec("PRAGMA query_only = ON");
    pass(secondMs);
    expect(await store.set("k", "after")).toBe(true);
    connections.at(-1)?.exec("PRAGMA query_only = ON");
    await expect(store.set("k", "at once")).rejects.toMatchObject({ reason: "read-only" });
    expect(await store.check()).toBe("read-only");
    pass(secondMs);
    expect(await store.check()).toBeUndefined();
  });
});

describe("a store that can't be opened", () => {
  it("is refused with what to do where the file can't be made", () => {
    const folder = writeFiles({ "signpost.db/in-the-way": "" });
    expect(() => createSqliteStore(folder, Date.now)).toThrow(/^DATA_DIR can't be used .*may write$/);
  });
});
