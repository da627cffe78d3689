import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { backup as command } from "../../cli/backup.ts";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import { programArguments } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { until } from "../support/until.ts";
import { runHere, runProgram } from "./command.ts";

/** A bot's data folder, while the bot has it open. */
async function dataFolder() {
  const folder = temporaryFolder();
  const store = createSqliteStore(folder, Date.now);
  onTestFinished(() => store.close());
  await store.set("locale/slack/T1/U1", "vi");
  await store.set("locale/slack/T1/U2", "en");
  await store.set("state/slack/T1/D1/slack/T1/U1", "{}", { ttl: 1 });
  await store.append("facts", "one");
  await store.claim("e1", "body", 60_000);
  await store.finish("e2");
  await new Promise((resolve) => setTimeout(resolve, 2));
  return folder;
}

const backup = (DATA_DIR: string, ...given: readonly string[]) =>
  runHere(command, { arguments: given, environment: { DATA_DIR } });

describe("backup", () => {
  it("copies a store in use into one file for this user alone, and says what it holds", async () => {
    const folder = await dataFolder();
    const backups = temporaryFolder();
    const file = path.join(backups, "today.db");
    const { code, stdout } = await runProgram("backup", {
      arguments: [file],
      environment: { DATA_DIR: folder },
    });
    expect(code).toBe(0);
    expect(stdout.split("\n").slice(1, 5)).toEqual([
      "       2  locale",
      "       1  lines of the log facts",
      "       1  ids of events that are answered",
      "       1  events that are not answered yet",
    ]);
    expect(stdout).toMatch(/today\.db: \d+ kB, schema 1, intact\./);
    expect(stdout).toContain("what people have deleted since comes back with it");
    expect(readdirSync(backups)).toEqual(["today.db"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("replaces a file only with --force", async () => {
    const folder = await dataFolder();
    const file = path.join(temporaryFolder(), "today.db");
    writeFileSync(file, "mine");
    const refused = await backup(folder, file);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("or replace it with --force") });
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await backup(folder, "--force", file)).code).toBe(0);
    expect(readFileSync(file).subarray(0, 15).toString()).toBe("SQLite format 3");
  });

  it("never writes over the store, under whatever name", async () => {
    const folder = await dataFolder();
    const linked = path.join(folder, "other.db");
    linkSync(path.join(folder, "signpost.db"), linked);
    for (const file of [linked, path.join(folder, "signpost.db"), path.join(folder, "signpost.db-wal")]) {
      const { code, stderr } = await backup(folder, "--force", file);
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: `${file} is the store itself: name another file\n`,
      });
    }
  });

  it.each([
    ["no file", [], 2, "npx signpost backup"],
    ["two files", ["a.db", "b.db"], 2, "npx signpost backup"],
    ["a folder that is not there", ["/not/there/a.db"], 1, "There is no folder /not/there: make it first"],
    ["a folder", ["/"], 1, "is a folder: name a file in it"],
    ["an option that is none", ["--fast", "a.db"], 2, "--fast"],
  ])("refuses %s with what to do", async (_, given, expected, said) => {
    const { code, stderr } = await backup(await dataFolder(), ...given);
    expect({ code, stderr }).toMatchObject({ code: expected, stderr: expect.stringContaining(said) });
  });

  it("refuses a folder without a store", async () => {
    const { code, stderr } = await backup(temporaryFolder(), path.join(temporaryFolder(), "a.db"));
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("set DATA_DIR") });
  });

  it("says that a damaged store is damaged, and leaves no copy of it", async () => {
    const [folder, backups] = [temporaryFolder(), temporaryFolder()];
    writeLarge(folder, 1);
    const file = path.join(folder, "signpost.db");
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x55, 8192, bytes.length - 8192));
    const { code, stderr } = await backup(folder, path.join(backups, "a.db"));
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("is damaged") });
    expect(stderr).toContain("restore your last backup");
    expect(readdirSync(backups)).toEqual([]);
  });
});

/** A store of so many megabytes. */
function writeLarge(folder: string, megabytes: number): void {
  const db = new DatabaseSync(path.join(folder, "signpost.db"));
  db.exec(`
    CREATE TABLE event (id TEXT PRIMARY KEY, body TEXT, until INTEGER, finished INTEGER, received INTEGER);
    CREATE TABLE value (key TEXT PRIMARY KEY, value TEXT, version INTEGER, until INTEGER);
    CREATE TABLE line (log TEXT, at INTEGER, text TEXT, until INTEGER);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${megabytes * 100})
      INSERT INTO value SELECT 'k/' || i, hex(randomblob(5000)), 1, NULL FROM n;
  `);
  db.close();
}

describe("a backup that is cut off", () => {
  const unfinished = (folder: string) => readdirSync(folder).filter((name) => name.includes(".unfinished-"));

  /** Ends the command as soon as it has begun to write. */
  async function cutOff(signal: NodeJS.Signals) {
    const [folder, backups] = [temporaryFolder(), temporaryFolder()];
    writeLarge(folder, 150);
    const file = path.join(backups, "a.db");
    const child = spawn(process.execPath, [...programArguments("backup", [file])], {
      cwd: temporaryFolder(),
      env: { PATH: process.env.PATH, DATA_DIR: folder },
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    await until(() => (unfinished(backups).length > 0 ? true : undefined));
    child.kill(signal);
    await ended;
    return { folder, backups, file };
  }

  it("by a signal leaves nothing", async () => {
    const { backups } = await cutOff("SIGTERM");
    expect(readdirSync(backups)).toEqual([]);
  });

  it("by force leaves no half file, and its remains go with the next backup an hour later", async () => {
    const { folder, backups, file } = await cutOff("SIGKILL");
    expect(existsSync(file)).toBe(false);
    const [left = ""] = unfinished(backups);
    const twoHoursAgo = Date.now() / 1000 - 7200;
    utimesSync(path.join(backups, left), twoHoursAgo, twoHoursAgo);
    mkdirSync(path.join(backups, "a.db.unfinished-young"));
    expect((await backup(folder, file)).code).toBe(0);
    expect(readdirSync(backups).toSorted()).toEqual(["a.db", "a.db.unfinished-young"]);
  });
});
