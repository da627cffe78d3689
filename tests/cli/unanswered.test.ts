import { describe, expect, it } from "vitest";
import { unanswered as command } from "../../cli/unanswered.ts";
import { unansweredLog } from "../../src/insight/unanswered.ts";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { smallPack } from "../support/small-pack.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { runHere, runProgram } from "./command.ts";

const day = 24 * 3_600_000;

/** A data folder in which these questions are kept, each asked some days ago. */
async function dataWith(questions: readonly (readonly [daysAgo: number, text: string])[]): Promise<string> {
  const folder = temporaryFolder();
  let time = 0;
  const store = createSqliteStore(folder, () => time);
  for (const [daysAgo, text] of questions) {
    time = Date.now() - daysAgo * day;
    const kept = { locale: "en", how: "not-meant", text, entries: ["stuck-window"] };
    await store.append(unansweredLog, JSON.stringify(kept), { ttl: 30 * day });
  }
  await store.close();
  return folder;
}

/** Runs the command in this process. */
function unanswered(dataFolder: string, given: readonly string[] = [], keep = "yes") {
  return runHere(command, prepare(dataFolder, given, keep));
}

function prepare(dataFolder: string, given: readonly string[], keep: string) {
  const knowledgeFolder = writeFiles(smallPack);
  keepLearned({ knowledgeFolder, dataFolder });
  const environment = { DATA_DIR: dataFolder, KNOWLEDGE_DIR: knowledgeFolder, KEEP_UNANSWERED: keep };
  return { arguments: given, environment };
}

const questions = [
  [20, "the roof of my house is leaking"],
  [3, "spare key for a friend\u001b[31m please"],
  [2, "a spare key for a friend, please"],
] as const;

describe("unanswered", () => {
  it("says what to do where nothing is kept", async () => {
    const { code, stdout } = await unanswered(temporaryFolder(), [], "no");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^nothing is kept: set KEEP_UNANSWERED=yes/);
  });

  it("says that all is well where nothing went unanswered", async () => {
    expect((await unanswered(temporaryFolder())).stdout).toBe(
      "nothing went unanswered in the last 30 days\n",
    );
  });

  it("shows groups of like questions, the largest first, with the nearest entries, within 80 columns", async () => {
    const long = `window ${"and another thing that I wanted to say ".repeat(9)}`;
    const { stdout } = await unanswered(await dataWith([...questions, [1, long]]));
    expect(stdout).toContain("4 unanswered, in 3 groups");
    expect(stdout).toMatch(
      /^2 x .*\n {2}"a spare key for a friend, please"\n {2}"spare key for a friend \[31m please"/m,
    );
    expect(stdout).toContain("shown: stuck-window");
    expect(stdout).toContain("near: lost-key (I lost the key)");
    expect(stdout).not.toContain("\u001b");
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("looks back as far as it is told, and gives JSON to programs", async () => {
    const given = prepare(await dataWith(questions), ["--days", "7", "--json"], "yes");
    const { stdout } = await runProgram("unanswered", given);
    expect(JSON.parse(stdout)).toMatchObject({
      days: 7,
      kept: true,
      groups: [
        {
          count: 2,
          declined: 0,
          notMeant: 2,
          shown: ["stuck-window"],
          nearest: expect.arrayContaining([
            { entry: "lost-key", title: "I lost the key", confidence: expect.any(Number) },
          ]),
        },
      ],
    });
  });

  it("shows what is left after the setting was turned off, and says so", async () => {
    const { stdout } = await unanswered(await dataWith(questions), [], "no");
    expect(stdout).toContain("nothing more is kept");
    expect(stdout).toContain("2 x");
  });

  it("says how it is used when the days are none", async () => {
    expect(await unanswered(temporaryFolder(), ["--days", "many"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("npx signpost unanswered"),
    });
  });
});
