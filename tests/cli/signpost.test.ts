import { describe, expect, it } from "vitest";
import { summaries } from "../../cli/shared/summaries.ts";
import { signpost as command } from "../../cli/signpost.ts";
import { runHere } from "./command.ts";

const signpost = (...given: readonly string[]) => runHere(command, { arguments: given });
const names = Object.keys(summaries);

describe("signpost", () => {
  it.each([[[]], [["--help"]], [["-h"]], [["help"]]])("with %j lists every command", async (given) => {
    const { code, stdout } = await signpost(...given);
    expect(code).toBe(0);
    expect(names.filter((name) => !stdout.includes(`\n  ${name} `))).toEqual([]);
  });

  it.each(names)("%s --help says how it is used, and does nothing else", async (name) => {
    const { code, stdout, stderr } = await signpost(name, "--help");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`\n  npx signpost ${name}`);
  });

  it.each(names)("%s refuses an option that there is not", async (name) => {
    const { code, stdout, stderr } = await signpost(name, "--frobnicate");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^there is no option --frobnicate\nusage: npx signpost /);
  });

  it.each([
    [["strat"], 'there is no command "strat": did you mean "start"?'],
    [["unanswerd"], 'there is no command "unanswerd": did you mean "unanswered"?'],
    [["teapot"], 'there is no command "teapot"'],
    [["--verison"], "there is no option --verison: did you mean --version?"],
    [["ask", "--local", "vi", "hi"], "there is no option --local: did you mean --locale?"],
    [["report", "--dyas=3"], "there is no option --dyas: did you mean --days?"],
    [["report", "--days"], "Option '--days <value>' argument missing"],
    [["doctor", "slack"], "there is nothing but options here"],
    [["preview", "home", "person"], "that is one argument too many"],
  ])("%j: %s", async (given, said) => {
    const { code, stdout, stderr } = await signpost(...given);
    expect([code, stdout, stderr.split("\n")[0]]).toEqual([2, "", said]);
  });

  it("hands the arguments on to the command", async () => {
    const { code, stdout } = await signpost("report", "--days", "3");
    expect([code, stdout]).toEqual([0, "nothing recorded in the last 3 days\n"]);
  });
});
