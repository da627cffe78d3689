import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { testStore } from "../contracts/store.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

/** Every connection made, oldest first: what a connection is set to shows on itself alone. */
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

testStore("sqlite", async (now) => createSqliteStore(temporaryFolder(), now));

const noon = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;

/** A store on the folder at a fixed time, closed when the test ends. */
function openAt(folder: string, time = noon): Store {
  const store = createSqliteStore(folder, () => time);
  onTestFinished(() => store.close());
  return store;
}

/** What a look at the file from outside finds. */
function query(folder: string, sql: string): unknown {
  const db = new DatabaseSync(path.join(folder, "signpost.db"));
  try {
    return db.prepare(sql).get();
  } finally {
    db.close();
  }
}

describe("a sqlite store that is closed and opened again", () => {
  it("still has its values, with their versions", async () => {
    const folder = temporaryFolder();
    const first = createSqliteStore(folder, () => noon);
    await first.set("k", "một");
    await first.set("k", "hai");
    const before = await first.get("k");
    await first.close();
    expect(await openAt(folder).get("k")).toEqual(before);
  });

  it("leaves the file to others, whoever still calls it", async () => {
    const folder = temporaryFolder();
    const first = createSqliteStore(folder, () => noon);
    await first.close();
    const second = openAt(folder);
    await first.close();
    await expect(first.set("k", "late")).rejects.toThrow("the store is closed");
    await second.set("k", "value");
    expect((await second.get("k"))?.value).toBe("value");
  });

  it("still knows which events are finished and which are not", async () => {
    const folder = temporaryFolder();
    const first = createSqliteStore(folder, () => noon);
    await first.claim("answered", "one", minute);
    await first.finish("answered");
    await first.claim("cut off", "two", minute);
    await first.close();
    const second = openAt(folder, noon + minute);
    expect(await second.claim("answered", "one", minute)).toBe("done");
    expect(await second.unfinished()).toEqual([{ id: "cut off", body: "two" }]);
  });

  it("still has its log", async () => {
    const folder = temporaryFolder();
    const first = createSqliteStore(folder, () => noon);
    await first.append("facts", "one");
    await first.close();
    expect(await openAt(folder).read("facts", 0)).toEqual([{ at: noon, text: "one" }]);
  });
});

describe("two sqlite stores on one folder", () => {
  it("see each other's writes", async () => {
    const folder = temporaryFolder();
    const [one, other] = [openAt(folder), openAt(folder)];
    await one.set("k", "of one");
    expect((await other.get("k"))?.value).toBe("of one");
    await other.append("facts", "of the other");
    expect((await one.read("facts", 0)).map(({ text }) => text)).toEqual(["of the other"]);
  });

  it("do not both get an event", async () => {
    const folder = temporaryFolder();
    const [one, other] = [openAt(folder), openAt(folder)];
    const claims = await Promise.all([one.claim("e1", "a", minute), other.claim("e1", "b", minute)]);
    expect(claims.sort()).toEqual(["busy", "new"]);
  });

  it("do not both write over one version", async () => {
    const folder = temporaryFolder();
    const [one, other] = [openAt(folder), openAt(folder)];
    const written = await Promise.all([
      one.set("k", "a", { ifVersion: 0 }),
      other.set("k", "b", { ifVersion: 0 }),
    ]);
    expect(written.sort()).toEqual([false, true]);
  });

  it("know of each other's finished events", async () => {
    const folder = temporaryFolder();
    const [one, other] = [openAt(folder), openAt(folder)];
    await one.claim("e1", "body", minute);
    await one.finish("e1");
    expect(await other.claim("e1", "body", minute)).toBe("done");
  });
});

describe("the sqlite file", () => {
  it("is in write-ahead mode", () => {
    const folder = temporaryFolder();
    openAt(folder);
    expect(query(folder, "PRAGMA journal_mode")).toEqual({ journal_mode: "wal" });
  });

  it("is synced at checkpoints only (synchronous = NORMAL, which is 1)", () => {
    openAt(temporaryFolder());
    expect(connections.at(-1)?.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 1 });
  });

  it("holds no body of a finished event", async () => {
    const folder = temporaryFolder();
    const store = openAt(folder);
    await store.claim("e1", "the words of a person", minute);
    await store.finish("e1");
    expect(query(folder, "SELECT body FROM event WHERE id = 'e1'")).toEqual({ body: "" });
  });

  it("loses what expired, once something is finished later", async () => {
    let time = noon;
    const folder = temporaryFolder();
    const store = createSqliteStore(folder, () => time);
    onTestFinished(() => store.close());
    await store.set("k", "the words of a person", { ttl: minute });
    await store.append("facts", "old");
    await store.finish("e1");
    time += 91 * 24 * 60 * minute;
    await store.finish("e2");
    const counts =
      "SELECT (SELECT count(*) FROM value) + (SELECT count(*) FROM line) AS old, (SELECT count(*) FROM event) AS events";
    expect(query(folder, counts)).toEqual({ old: 0, events: 1 });
  });

  it("loses a line whose time to live is over", async () => {
    let time = noon;
    const folder = temporaryFolder();
    const store = createSqliteStore(folder, () => time);
    onTestFinished(() => store.close());
    await store.append("unanswered", "the words of a person", { ttl: minute });
    await store.append("facts", "young");
    time += 60 * minute;
    await store.finish("e1");
    expect(query(folder, "SELECT group_concat(text) AS texts FROM line")).toEqual({ texts: "young" });
  });

  it("of before lines had a time to live is taken with its lines", async () => {
    const folder = temporaryFolder();
    const old = new DatabaseSync(path.join(folder, "signpost.db"));
    old.exec("CREATE TABLE line (log TEXT NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL) STRICT");
    old.prepare("INSERT INTO line VALUES ('facts', ?, 'old')").run(noon);
    old.close();
    const store = openAt(folder);
    await store.append("facts", "new", { ttl: minute });
    expect((await store.read("facts", 0)).map(({ text }) => text)).toEqual(["old", "new"]);
  });

  it("of before events had a conversation is taken with its events", async () => {
    const folder = temporaryFolder();
    const old = new DatabaseSync(path.join(folder, "signpost.db"));
    old.exec(
      "CREATE TABLE event (id TEXT PRIMARY KEY, body TEXT NOT NULL, until INTEGER NOT NULL, finished INTEGER NOT NULL, received INTEGER NOT NULL) STRICT",
    );
    old.prepare("INSERT INTO event VALUES ('old', 'body', ?, 0, ?)").run(noon, noon - minute);
    old.close();
    const store = openAt(folder);
    expect(await store.unfinished()).toEqual([{ id: "old", body: "body" }]);
    for (const id of ["old", "new"]) await store.claim(id, "body", minute, "c");
    expect(await store.earlier("new")).toEqual(["old"]);
  });

  it("is made with the folders above it", async () => {
    const folder = path.join(temporaryFolder(), "a", "b");
    const store = openAt(folder);
    expect(await store.set("k", "one")).toBe(true);
  });
});

describe("a sqlite store that can't be opened", () => {
  it("gives an error where the folder can't be made", () => {
    const folder = writeFiles({ taken: "a file, not a folder" });
    expect(() => createSqliteStore(path.join(folder, "taken", "data"), () => noon)).toThrow(/taken/);
  });
});

describe("writes of which one fails", () => {
  it("leave nothing behind, and the next go through", async () => {
    const store = openAt(temporaryFolder());
    const broken = { kind: "set", key: "b", value: "v", ttl: 0.5 } as const;
    await expect(store.write([{ kind: "set", key: "a", value: "v" }, broken])).rejects.toThrow();
    expect(await store.get("a")).toBeUndefined();
    await store.write([{ kind: "set", key: "a", value: "w" }]);
    expect((await store.get("a"))?.value).toBe("w");
  });
});
