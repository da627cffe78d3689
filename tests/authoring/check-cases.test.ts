import { describe, expect, it } from "vitest";
import { checkCases } from "../../src/authoring/check-cases.ts";
import { formatFault } from "../../src/knowledge/fault.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { draftEntry, writeFiles } from "../support/temporary.ts";

const asks = {
  since: "{ options: { today: 'Since today, {today}.', yesterday: 'Since {yesterday}.' } }",
  "needed-by": "{ options: { today: 'I need it today, {today}.', later: There is no hurry. } }",
  "key-tried": "{ tried: true, options: { one: I tried one key., all: I tried all keys. } }",
  "own-words": "{ optional: true, paragraph: 'In my own words: {words}', limit: 600 }",
};
const labels = {
  since: "{ label: Since when?, options: { today: Today, yesterday: Yesterday } }",
  "needed-by": "{ label: How soon?, options: { today: Today, later: Later } }",
  "key-tried": "{ label: Which?, options: { one: One, all: All } }",
  "own-words": "{ label: More? }",
};
const listed = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([id, value]) => `${id}: ${value}\n`)
    .join("");

interface Changes {
  readonly asked?: readonly string[];
  readonly problem?: string;
  readonly asks?: Readonly<Record<string, string>>;
}

/** What is found in a pack whose one case says all that is needed but for the changes. */
function check({
  asked = ["since", "key-tried", "own-words"],
  problem = "It is shut.",
  asks: more,
}: Changes) {
  const escalate = `{ to: aws-case, door: console, subject: S, problem: ${problem}, request: Please open it., asks: [${asked}] }`;
  const folder = writeFiles({
    ...draftEntry("a", { yaml: `kind: answer\nescalate: ${escalate}` }),
    "asks.yaml": listed({ ...asks, ...more }),
    "asks.en.yaml": listed(labels),
  });
  const { faults, warnings } = checkCases(loadKnowledge(folder, { languages: ["en"] }));
  const format = (fault: Parameters<typeof formatFault>[0]) => formatFault(fault).replace(`${folder}/`, "");
  return { faults: faults.map(format), warnings: warnings.map(format) };
}

describe("a case", () => {
  it("that says since when, what was tried and the person's own words is clean", () => {
    expect(check({}).faults).toEqual([]);
  });

  it.each([
    ["does not ask since when", ["key-tried", "own-words"], "ask since when it has been so"],
    ["asks only by when", ["needed-by", "key-tried", "own-words"], "ask since when it has been so"],
    ["does not ask what was tried", ["since", "own-words"], "ask what was tried"],
    [
      "does not end with the person's own words",
      ["own-words", "since", "key-tried"],
      "end with a paragraph for the person's own words, which is optional",
    ],
  ])("that %s is a fault", (_what, asked, message) => {
    expect(check({ asked }).faults).toEqual([`a/entry.yaml: escalate.asks: ${message}`]);
  });

  it("that has to be given own words is a fault", () => {
    const must = "{ paragraph: 'In my own words: {words}', limit: 600 }";
    expect(check({ asks: { "own-words": must } }).faults).toHaveLength(1);
  });

  it("whose problem runs into what follows is a fault", () => {
    expect(check({ problem: "It is shut" }).faults).toEqual([
      "a/entry.yaml: escalate.problem: end with a full stop",
    ]);
  });

  it("whose draft can be longer than an answer is a fault", () => {
    const long = "{ optional: true, paragraph: 'In my own words: {words}', limit: 2500 }";
    const short = "{ optional: true, paragraph: 'In my own words: {words}', limit: 2300 }";
    expect(check({ asks: { "own-words": long } }).faults).toEqual([
      expect.stringMatching(
        /^a\/entry\.yaml: escalate: the draft can have 2\d\d\d characters; at most 2500$/,
      ),
    ]);
    expect(check({ asks: { "own-words": short } }).faults).toEqual([]);
  });
});

describe("a question", () => {
  it("with an answer that is no whole sentence is a fault", () => {
    const open = "{ tried: true, options: { one: one key, all: I tried all keys. } }";
    expect(check({ asks: { "key-tried": open } }).faults).toEqual([
      "asks.yaml: key-tried.options.one: end with a full stop",
    ]);
  });

  it("that no entry asks is a warning", () => {
    expect(check({}).warnings).toEqual(["asks.yaml: needed-by: no entry asks this"]);
    expect(check({ asked: ["since", "needed-by", "key-tried", "own-words"] }).warnings).toEqual([]);
  });
});
