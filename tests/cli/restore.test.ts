import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { restore as command } from "../../cli/restore.ts";
import { backUpStore } from "../../src/store/back-up.ts";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import { startScript } from "../support/run-script.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { runHere, runProgram } from "./command.ts";

interface Contents {
  readonly values?: Readonly<Record<string, string>>;
  readonly finished?: readonly string[];
}

/** A data folder as a bot leaves it that was stopped. */
async function dataFolder(contents: Contents): Promise<string> {
  const folder = temporaryFolder();
  const script = path.join(import.meta.dirname, "..", "store", "fill-store.ts");
  await once(startScript(script, [folder, JSON.stringify(contents)]), "exit");
  return folder;
}

async function backupOf(contents: Contents): Promise<string> {
  const file = path.join(temporaryFolder(), "backup.db");
  await backUpStore({ dataDir: await dataFolder(contents), file, force: false, now: Date.now() });
  return file;
}

const restore = (DATA_DIR: string, ...given: readonly string[]) =>
  runProgram("restore", { arguments: given, environment: { DATA_DIR } });

function open(folder: string) {
  const store = createSqliteStore(folder, Date.now);
  onTestFinished(() => store.close());
  return store;
}

describe("restore", () => {
  it("puts a backup in the place of the store, keeps that beside it, and knows what was answered since", async () => {
    const file = await backupOf({
      values: { "locale/slack/T1/U1": "vi", "locale/slack/T1/U2": "en", "waiting/slack/T1/D3": "{}" },
    });
    const folder = await dataFolder({
      values: { "locale/slack/T1/U1": "en", "locale/slack/T1/U9": "vi" },
      finished: ["answered since"],
    });
    const { code, stdout } = await restore(folder, file);
    expect(code).toBe(0);
    expect(stdout).toContain("       2  locale\n");
    expect(stdout).toContain("has answered is not answered again");
    expect(stdout.match(/npx signpost forget \S+/g)).toEqual(["npx signpost forget slack/T1/U2"]);
    expect(stdout.trimEnd()).toMatch(/Now start the bot\.$/);
    const store = open(folder);
    expect((await store.get("locale/slack/T1/U1"))?.value).toBe("vi");
    expect(await store.get("locale/slack/T1/U9")).toBeUndefined();
    expect(await store.claim("answered since", "body", 1000)).toBe("done");
    const [kept = ""] = readdirSync(folder).filter((name) => name.includes("before-restore"));
    expect(kept).toMatch(/^signpost\.db\.before-restore-\d{4}-\d\d-\d\dT/);
    const before = new DatabaseSync(path.join(folder, kept), { readOnly: true });
    expect(before.prepare("SELECT value FROM value WHERE key = 'locale/slack/T1/U9'").get()).toEqual({
      value: "vi",
    });
    before.close();
  });

  it("into an empty folder says that some answers may come again, and how to forget", async () => {
    const file = await backupOf({ values: { "locale/slack/T1/U1": "vi" } });
    const folder = path.join(temporaryFolder(), "new");
    const { code, stdout } = await runHere(command, { arguments: [file], environment: { DATA_DIR: folder } });
    expect(code).toBe(0);
    expect(stdout).toContain("may be answered once more");
    expect(stdout).toContain("For each of them: npx signpost forget slack/T123/U456");
    expect((await open(folder).get("locale/slack/T1/U1"))?.value).toBe("vi");
    expect(readdirSync(folder).filter((name) => !name.startsWith("signpost.db"))).toEqual([]);
  });

  it("is refused while the bot runs, and changes nothing", async () => {
    const file = await backupOf({ values: { k: "of the backup" } });
    const folder = temporaryFolder();
    const bot = open(folder);
    await bot.set("k", "of the bot");
    const { code, stderr } = await restore(folder, file);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("Stop the bot") });
    expect(readdirSync(folder).filter((name) => /unfinished|before/.test(name))).toEqual([]);
    await bot.set("later", "v");
    expect((await bot.get("k"))?.value).toBe("of the bot");
  });

  it("over a damaged store needs --force, and keeps that as well", async () => {
    const file = await backupOf({ values: { k: "of the backup" } });
    const folder = writeFiles({ "signpost.db": "no database, but a text of some length\n".repeat(100) });
    const refused = await runHere(command, { arguments: [file], environment: { DATA_DIR: folder } });
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("run this again with --force"),
    });
    const { code } = await runHere(command, {
      arguments: ["--force", file],
      environment: { DATA_DIR: folder },
    });
    expect(code).toBe(0);
    expect((await open(folder).get("k"))?.value).toBe("of the backup");
    const [kept = ""] = readdirSync(folder).filter((name) => name.includes("before-restore"));
    expect(readFileSync(path.join(folder, kept), "utf8")).toContain("no database");
  });

  it("takes a backup of an older version, which the next start brings up to date", async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, "old.db");
    const old = new DatabaseSync(file);
    old.exec(`
      CREATE TABLE event (id TEXT PRIMARY KEY, body TEXT NOT NULL, until INTEGER NOT NULL, finished INTEGER NOT NULL, received INTEGER NOT NULL) STRICT;
      CREATE TABLE value (key TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL, until INTEGER) STRICT;
      CREATE TABLE line (log TEXT NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
      INSERT INTO value VALUES ('k', 'old', 1, NULL);
    `);
    old.close();
    const dataDir = temporaryFolder();
    const { code, stdout } = await runHere(command, {
      arguments: [file],
      environment: { DATA_DIR: dataDir },
    });
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("brings it up to date"),
    });
    const store = open(dataDir);
    expect((await store.get("k"))?.value).toBe("old");
    await store.append("facts", "new", { ttl: 1000 });
  });
});

describe("restore refuses", () => {
  function database(sql: string): string {
    const file = path.join(temporaryFolder(), "backup.db");
    const db = new DatabaseSync(file);
    db.exec(sql);
    db.close();
    return file;
  }
  const refused: readonly (readonly [string, () => Promise<string> | string, string])[] = [
    ["a file that is not there", () => "/not/there.db", "There is no /not/there.db"],
    ["a folder", () => temporaryFolder(), "is no file"],
    [
      "a text",
      () => path.join(writeFiles({ "a.db": "words ".repeat(200) }), "a.db"),
      "is damaged, or no backup",
    ],
    ["another program's database", () => database("CREATE TABLE t (a)"), "is no backup of Signpost"],
    [
      "a damaged backup",
      async () => {
        const file = await backupOf({ values: { k: "x".repeat(100_000) } });
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0x55, 8192));
        return file;
      },
      "is damaged",
    ],
    [
      "a backup of a newer version",
      async () => {
        const file = await backupOf({});
        const db = new DatabaseSync(file);
        db.exec("PRAGMA user_version = 99");
        db.close();
        return file;
      },
      "was written by a newer Signpost (schema 99, this one knows 1)",
    ],
  ];

  it.each(refused)("%s, and leaves the store alone", async (_, make, said) => {
    const file = await make();
    const folder = writeFiles({ "signpost.db": "stays" });
    const { code, stderr } = await runHere(command, {
      arguments: ["--force", file],
      environment: { DATA_DIR: folder },
    });
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(said) });
    expect(stderr).not.toContain("    at ");
    expect(readdirSync(folder)).toEqual(["signpost.db"]);
    expect(readFileSync(path.join(folder, "signpost.db"), "utf8")).toBe("stays");
  });

  it("the store itself", async () => {
    const folder = temporaryFolder();
    await open(folder).set("k", "v");
    const file = path.join(folder, "signpost.db");
    const { code, stderr } = await runHere(command, { arguments: [file], environment: { DATA_DIR: folder } });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${file} is the store itself: name a backup of it\n`,
    });
  });

  it.each([[[]], [["a.db", "b.db"]]])("arguments that name not one file: %j", async (given) => {
    const { code, stderr } = await runHere(command, { arguments: given });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("npx signpost restore"),
    });
  });
});
