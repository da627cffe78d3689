import { appendFileSync, existsSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary.ts";
import { cloneProject } from "./clone.ts";

const building = "Building the program ...\n";
const learning = "Learning the knowledge, which takes about 2 s; it is kept for the next start.\n";
const question = ["ask", "my window is stuck"];
/** Runs the bot's answer to a question in a clone. */
const ask = (clone: ReturnType<typeof cloneProject>, environment = {}) =>
  clone.run("build/run.mjs", question, environment);

describe("the step at install", () => {
  it("builds and learns, says so, and leaves nothing to do for the first command", async () => {
    const clone = cloneProject();
    const prepared = await clone.run("build/prepare.mjs");
    expect(prepared).toMatchObject({ code: 0, stderr: "", stdout: building + learning });
    const { code, stdout, stderr } = await ask(clone, { DATA_DIR: temporaryFolder() });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Do it.");
  });

  it("does nothing where all is there", async () => {
    const clone = cloneProject();
    await clone.run("build/prepare.mjs");
    expect(await clone.run("build/prepare.mjs")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("that fails lets the install go on, and says why and what follows", async () => {
    const clone = cloneProject();
    clone.edit("cli/ask.ts", "import", "imprt");
    const { code, stderr } = await clone.run("build/prepare.mjs");
    expect(code).toBe(0);
    expect(stderr).toContain("cli/ask.ts");
    expect(stderr).toContain("Signpost is installed but not built");
  });
});

describe("without that step", () => {
  it("the first command builds and learns, with a line for each, and the second has it", async () => {
    const clone = cloneProject();
    const first = await ask(clone);
    expect([first.code, first.stderr]).toEqual([0, building + learning]);
    expect(first.stdout).toContain("Do it.");
    expect(await ask(clone)).toEqual({ ...first, stderr: "" });
  });
});

describe("what is stale or damaged is made anew, with one line:", () => {
  it("the program after an edit of its sources", async () => {
    const clone = cloneProject();
    await clone.run("build/prepare.mjs");
    clone.edit("cli/ask.ts", "no question:", "nothing was asked:");
    const { stderr } = await clone.run("build/run.mjs", ["ask"]);
    expect(stderr).toMatch(new RegExp(`^${building}nothing was asked:`));
  });

  it.each([
    ["cut short", (file: string) => truncateSync(file, 10)],
    ["with something behind its end", (file: string) => appendFileSync(file, "// more")],
  ])("the program with a file %s", async (_, damage) => {
    const clone = cloneProject();
    await clone.run("build/prepare.mjs");
    const [file = ""] = clone.filesIn("dist", "ask.js");
    damage(file);
    const damaged = await ask(clone);
    expect(damaged.stderr).toBe("The built program is damaged: building it again.\n");
    expect(damaged.stdout).toContain("Do it.");
    expect((await ask(clone)).stderr).toBe("");
  });

  it("a model that is no model", async () => {
    const clone = cloneProject();
    await clone.run("build/prepare.mjs");
    const [file = ""] = clone.filesIn("dist", "model-");
    writeFileSync(file, "damaged");
    const damaged = await ask(clone);
    expect(damaged.stderr).toBe(learning);
    expect(damaged.stdout).toContain("Do it.");
  });

  it("knowledge that is damaged, without a line, since that is read in no time", async () => {
    const clone = cloneProject();
    await clone.run("build/prepare.mjs");
    const [file = ""] = clone.filesIn("dist", "knowledge-");
    truncateSync(file, 100);
    const { stdout, stderr } = await ask(clone);
    expect([stderr, stdout.includes("Do it.")]).toEqual(["", true]);
  });

  it("the answer after an edit of the knowledge", async () => {
    const clone = cloneProject();
    await clone.run("build/prepare.mjs");
    clone.edit("knowledge/pack/stuck-window/en.md", "Do it.", "Push it.");
    expect((await ask(clone)).stdout).toContain("Push it.");
  });
});

describe("an install folder that can't be written to", () => {
  it("works from DATA_DIR, and from there again", async () => {
    const clone = cloneProject();
    clone.write("dist", "a file where the folder would be");
    const dataFolder = path.join(temporaryFolder(), "data");
    const first = await ask(clone, { DATA_DIR: dataFolder });
    expect([first.code, first.stderr]).toEqual([0, building + learning]);
    expect(first.stdout).toContain("Do it.");
    expect(existsSync(dataFolder)).toBe(true);
    expect(await ask(clone, { DATA_DIR: dataFolder })).toEqual({ ...first, stderr: "" });
  });

  it("says which folders it needs where DATA_DIR can't be written to either", async () => {
    const clone = cloneProject();
    clone.write("dist", "a file");
    clone.write("data", "a file");
    const { code, stderr } = await ask(clone);
    expect(code).toBe(1);
    expect(stderr).toMatch(/can't be built: .*dist and .*data can't be written to/);
  });
});

it("the sources run as they are, too", async () => {
  const clone = cloneProject();
  const environment = { DATA_DIR: temporaryFolder() };
  const { code, stdout, stderr } = await clone.run(
    "node_modules/tsx/dist/cli.mjs",
    [path.join(clone.folder, "cli", "ask.ts"), ...question.slice(1)],
    environment,
  );
  expect([code, stderr]).toEqual([0, learning]);
  expect(stdout).toContain("Do it.");
});
