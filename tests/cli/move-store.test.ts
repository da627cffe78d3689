import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { moveStoreCommand } from "../../cli/move-store.ts";
import { createPostgresStore } from "../../src/store/postgres.ts";
import { announceProcess } from "../../src/store/presence.ts";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { onPostgres, type TestDatabase } from "../support/postgres.ts";
import { startScript } from "../support/run-script.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { type Ended, runHere } from "./command.ts";

const minute = 60_000;

const contents = {
  values: { "state/c/ana": "một\n👋", "locale/ana": "vi" },
  lines: Array.from({ length: 1500 }, (_, index) => `line ${index} ắ "'\\`),
  finished: ["done"],
  claimed: ["cut off", "another", "a third"],
};

/** A data folder as a bot leaves it that was stopped. */
async function filledFolder(): Promise<string> {
  const folder = temporaryFolder();
  const script = path.join(import.meta.dirname, "..", "store", "fill-store.ts");
  await once(startScript(script, [folder, JSON.stringify(contents)]), "exit");
  return folder;
}

/** Everything that a store holds, but for the versions of its values. */
async function contentsOf(store: Store) {
  const found = (await store.find({})).filter(({ key }) => key !== "write-probe");
  return {
    values: Object.fromEntries(found.map(({ key, value }) => [key, value])),
    lines: (await store.read("facts", 0)).map(({ text }) => text),
    claimed: (await store.claimed()).map(({ id }) => id),
    finished: (await store.claim("done", "again", minute)) === "done" ? ["done"] : [],
  };
}

async function openAt(database: string) {
  const store = await createPostgresStore({ url: database });
  onTestFinished(() => store.close());
  return store;
}

function openIn(folder: string) {
  const store = createSqliteStore(folder, Date.now);
  onTestFinished(() => store.close());
  return store;
}

function move(folder: string, url: string, to: string): Promise<Ended> {
  return runHere(moveStoreCommand, {
    arguments: ["--to", to],
    environment: { DATA_DIR: folder, DATABASE_URL: url },
  });
}

onPostgres("a store that is moved", (database: TestDatabase) => {
  it("to PostgreSQL and back is what it was, with its versions and its order", async () => {
    const folder = await filledFolder();
    const url = await database.another();
    const there = await move(folder, url, "postgres");
    expect(there).toMatchObject({ code: 0, stderr: "" });
    expect(there.stdout).toContain("Moved 4 events, 2 values, 1500 lines; both stores have as many.");
    const moved = await createPostgresStore({ url });
    expect(await contentsOf(moved)).toEqual(contents);
    const before = await moved.get("locale/ana");
    await moved.set("locale/ana", "en");
    const after = await moved.get("locale/ana");
    expect(after?.version).toBeGreaterThan(before?.version ?? Number.POSITIVE_INFINITY);
    await moved.close();

    const other = temporaryFolder();
    expect(await move(other, url, "sqlite")).toMatchObject({ code: 0, stderr: "" });
    const back = openIn(other);
    expect(await contentsOf(back)).toEqual({
      ...contents,
      values: { ...contents.values, "locale/ana": "en" },
    });
    expect(await back.get("locale/ana")).toEqual(after);
  });

  it("stays where it is while a bot runs on the file", async () => {
    const folder = await filledFolder();
    openIn(folder);
    const url = await database.another();
    const { code, stderr } = await move(folder, url, "postgres");
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining("is in use: the bot is running"),
    });
  });

  it.each(["postgres", "sqlite"])(
    "(to %s) stays where it is while a bot runs on the database",
    async (to) => {
      const folder = await filledFolder();
      const url = await database.another();
      const store = await openAt(url);
      const presence = announceProcess(store, "p1");
      onTestFinished(() => presence.stop());
      await store.get("until it is told");
      const { code, stderr } = await move(to === "sqlite" ? temporaryFolder() : folder, url, to);
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/^The database of DATABASE_URL is in use/),
      });
    },
  );

  it.each(["postgres", "sqlite"])("(to %s) is not put over another one", async (to) => {
    const folder = await filledFolder();
    const url = await database.another();
    const store = await openAt(url);
    await store.set("k", "of the other");
    const { code, stderr } = await move(folder, url, to);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining("only an empty store is moved to"),
    });
    expect((await store.find({})).map(({ key }) => key)).toEqual(["k"]);
    expect(await contentsOf(openIn(folder))).toEqual(contents);
  });

  it("has to be there", async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await move(folder, database.url, "postgres");
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^There is no .*signpost\.db: set DATA_DIR/),
    });
    expect(existsSync(path.join(folder, "signpost.db"))).toBe(false);
  });
});

describe("a move", () => {
  it.each([[[]], [["--to", "mysql"]]])("without a place to go (%j) says which there are", async (given) => {
    const { code, stderr } = await runHere(moveStoreCommand, { arguments: given });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "where to? npx signpost move-store --to postgres|sqlite\n",
    });
  });

  it("without a database says which setting is missing", async () => {
    const { code, stderr } = await runHere(moveStoreCommand, { arguments: ["--to", "postgres"] });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("DATABASE_URL is missing") });
  });
});
