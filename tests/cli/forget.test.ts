import { describe, expect, it } from "vitest";
import { forget as command } from "../../cli/forget.ts";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { runHere, runProgram } from "./command.ts";

/** A data folder in which two people of two workspaces have the same id, and somebody else a longer one. */
async function dataFolder(): Promise<string> {
  const folder = temporaryFolder();
  const store = createSqliteStore(folder, Date.now);
  await store.set("locale/slack/T1/U456", "vi");
  await store.set("state/slack/T1/D1/slack/T1/U456", '{"words":"my \u009b31mphone"}');
  await store.set("owner/slack/T2/D2", "slack/T2/U456");
  await store.set("locale/slack/T1/U4567", "en");
  await store.claim("e1", JSON.stringify({ incoming: { person: "slack/T1/U456" } }), 60_000);
  await store.close();
  return folder;
}

const forget = (DATA_DIR: string, ...given: readonly string[]) =>
  runHere(command, { arguments: given, environment: { DATA_DIR } });

async function keysIn(folder: string): Promise<readonly string[]> {
  const store = createSqliteStore(folder, Date.now);
  const keys = (await store.find({})).map(({ key }) => key).toSorted();
  await store.close();
  return keys;
}

describe("forget", () => {
  it("deletes what is kept of a person, and of nobody else, also while the bot has the files open", async () => {
    const folder = await dataFolder();
    const bot = createSqliteStore(folder, Date.now);
    const { code, stdout } = await forget(folder, "slack/T1/U456");
    expect(code).toBe(0);
    expect(stdout).toContain("Deleted what was kept of slack/T1/U456: 2 values, 1 unfinished events.");
    expect(await bot.claimed()).toEqual([]);
    await bot.close();
    expect(await keysIn(folder)).toEqual(["locale/slack/T1/U4567", "owner/slack/T2/D2"]);
  });

  it("shows with --show what is kept, without control characters, and deletes nothing", async () => {
    const folder = await dataFolder();
    const before = await keysIn(folder);
    const { code, stdout } = await forget(folder, "--show", "slack/T1/U456");
    expect(code).toBe(0);
    expect(stdout).toContain("locale/slack/T1/U456  (the language they chose)\n  vi");
    expect(stdout).toContain("e1  (an event that is not finished)");
    expect(stdout).not.toContain("\u009b");
    expect(await keysIn(folder)).toEqual(before);
  });

  it("lists who has a platform's id, and deletes nothing", async () => {
    const folder = await dataFolder();
    const before = await keysIn(folder);
    const { code, stdout } = await forget(folder, "U456");
    expect(code).toBe(1);
    expect(stdout.match(/slack\/\S+/g)).toEqual(["slack/T1/U456", "slack/T2/U456"]);
    expect(await keysIn(folder)).toEqual(before);
  });

  it.each(["slack/T1/U9", "U9"])("says that nothing is kept of %s", async (id) => {
    const { code, stdout } = await forget(await dataFolder(), id);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Nothing is kept of /),
    });
  });

  it.each([
    ["no person", [], 2, "as in slack/T123/U456"],
    ["two people", ["U1", "U2"], 2, "usage: npx signpost forget [--show] PERSON"],
    ["no platform", ["slak/T1/U456"], 2, '"slak/T1/U456" is no person'],
    ["an option that is none", ["--delete", "U1"], 2, "--delete"],
  ])("refuses %s with what to do", async (_, given, expected, said) => {
    const { code, stderr } = await forget(await dataFolder(), ...given);
    expect({ code, stderr }).toMatchObject({ code: expected, stderr: expect.stringContaining(said) });
  });

  it("refuses a folder without data, where nothing would be found", async () => {
    const { code, stderr } = await forget(temporaryFolder(), "slack/T1/U456");
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("set DATA_DIR") });
  });

  it("says how it is used, as npm runs it", async () => {
    const { code, stdout } = await runProgram("forget", { arguments: ["--help"] });
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("--show slack/T123/U456"),
    });
  });
});
