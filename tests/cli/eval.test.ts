import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { evaluate as command } from "../../cli/eval.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { smallPack } from "../support/small-pack.ts";
import { draftEntry, temporaryFolder, writeFiles } from "../support/temporary.ts";
import { runHere, runProgram } from "./command.ts";

const pack = {
  ...smallPack,
  ...draftEntry("car-repair", {
    yaml: "kind: elsewhere",
    phrases: ["the engine of my car smokes", "flat tyre on the road", "which garage mends brakes"],
  }),
};

/** Two questions that stand in the pack word for word, and two of words that it has never heard. */
const questions = [
  { text: "cannot find my key anywhere", lang: "en", labels: ["lost-key"] },
  { text: "the glass is jammed in its frame", lang: "en", labels: ["stuck-window", "lost-key"] },
  { text: "qwxzy", lang: "en", labels: ["out-of-scope"] },
  { text: "xyzzy", lang: "vi", labels: ["lost-key"] },
];

interface Given {
  readonly file?: string;
  readonly arguments?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

/** Runs eval over a small pack, in this process; the file, where there is one, is questions.jsonl. */
function evaluate(given: Given) {
  return runHere(command, prepare(given));
}

/** The same as a program of its own. */
function evaluateAsProgram(given: Given) {
  return runProgram("eval", prepare(given));
}

function prepare({ file, arguments: given = [], files = pack }: Given) {
  const folders = { knowledgeFolder: writeFiles(files), dataFolder: temporaryFolder() };
  keepLearned(folders);
  const written =
    file === undefined ? [] : [path.join(writeFiles({ "questions.jsonl": file }), "questions.jsonl")];
  return {
    arguments: [...written, ...given],
    environment: { KNOWLEDGE_DIR: folders.knowledgeFolder, DATA_DIR: folders.dataFolder },
  };
}

const toLines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");

describe("eval over a file", () => {
  it("prints a column for each language, a line for each figure and label, and what went wrong", async () => {
    const { code, stdout, stderr } = await evaluateAsProgram({ file: toLines(questions) });
    const lines = stdout.split("\n");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(lines[0]).toMatch(/^ +en +vi$/);
    expect(lines[1]).toMatch(/^in scope: questions +2 +1$/);
    expect(lines[2]).toMatch(/^ +best candidate right +100\.0% +\d+\.0%$/);
    expect(stdout).toMatch(/^out of scope: questions +1 +0$/m);
    expect(stdout).toMatch(/^ +declined or sent to an elsewhere +100\.0% +-$/m);
    expect(stdout).toMatch(/^ *\d+\.\d% of +3 {2}lost-key$/m);
    expect(stdout).toMatch(/% of +1 {2}out-of-scope$/m);
    expect(stdout).toContain("questions that went wrong (1)");
    expect(stdout).toMatch(/"xyzzy"\n +wanted lost-key, decline, likeliest /);
  });

  it("prints the same as JSON for programs", async () => {
    const { code, stdout } = await evaluate({ file: toLines(questions), arguments: ["--json"] });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      languages: {
        en: {
          inScope: 2,
          top1: 100,
          top3: 100,
          helped: 100,
          answeredRightly: expect.any(Number),
          answeredWrongly: 0,
          lost: 0,
          outOfScope: 1,
          answeredAll: 0,
          offered: 0,
          sentAway: 100,
          separation: 100,
        },
        vi: expect.objectContaining({ inScope: 1, helped: 0, outOfScope: 0 }),
      },
      labels: expect.arrayContaining([{ label: "stuck-window", questions: 1, top1: 100 }]),
      confusions: expect.any(Array),
      wrong: [
        {
          text: "xyzzy",
          language: "vi",
          labels: ["lost-key"],
          outcome: "decline",
          taken: expect.any(String),
          triggers: [],
        },
      ],
    });
  });

  it("counts questions without a language together", async () => {
    const { stdout } = await evaluate({
      file: toLines([{ text: "help", labels: ["lost-key"] }]),
      arguments: ["--json"],
    });
    expect(Object.keys(JSON.parse(stdout).languages)).toEqual(["all"]);
  });

  it("passes over empty lines", async () => {
    const { code, stdout } = await evaluate({ file: `\n${toLines(questions)}\n  \n` });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^in scope: questions +2 +1$/m);
  });

  it("has nothing to show for an empty file, and does not fail", async () => {
    const { code, stdout, stderr } = await evaluate({ file: "", arguments: ["--json"] });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({ languages: {}, labels: [], confusions: [], wrong: [] });
  });

  it("takes another knowledge with --knowledge", async () => {
    const other = writeFiles(draftEntry("dark-lamp", { phrases: ["the lamp is dark", "no light at all"] }));
    const { code, stdout } = await evaluate({
      file: toLines([{ text: "the lamp is dark", lang: "en", labels: ["dark-lamp"] }]),
      arguments: ["--json", "--knowledge", other],
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).languages.en).toMatchObject({ inScope: 1, top1: 100 });
  });
});

describe("eval over a file that can't be used", () => {
  const first = toLines(questions.slice(0, 1));

  it.each([
    ["no JSON", "{text: help}"],
    ["no text", '{"labels": ["lost-key"]}'],
    ["no labels", '{"text": "help"}'],
    ["an empty list of labels", '{"text": "help", "labels": []}'],
  ])("names file and line of what has %s, and how it is used", async (_, line) => {
    const { code, stdout, stderr } = await evaluate({ file: `${first}\n${line}\n` });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/questions\.jsonl:3 is no \{"text"/);
    expect(stderr).toContain("npx signpost eval FILE.jsonl");
    expect(stderr).not.toContain("    at ");
  });

  it("names a label that is no entry, with file and line", async () => {
    const { code, stderr } = await evaluate({
      file: `${first}${toLines([{ text: "help", labels: ["lost-key", "lost-kee"] }])}`,
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/questions\.jsonl:2: no entry "lost-kee", and not out-of-scope\n$/);
  });

  // A bug: the error of the file system is printed with its stack, as if it were a fault of ours.
  it("says calmly that there is no such file", async () => {
    const { stderr } = await evaluate({ arguments: ["/nowhere/questions.jsonl"] });
    expect(stderr).toContain("/nowhere/questions.jsonl");
    expect(stderr).not.toContain("    at ");
  });

  it("exits with 1 where there is no such file", async () => {
    const { code, stdout, stderr } = await evaluateAsProgram({ arguments: ["/nowhere/questions.jsonl"] });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("/nowhere/questions.jsonl");
  });

  it("says what is wrong with the knowledge", async () => {
    const { code, stderr } = await evaluate({ file: first, arguments: ["--knowledge", "/nowhere"] });
    expect(code).toBe(1);
    expect(stderr).toContain("/nowhere: no such folder");
  });
});

describe("the labels of a file", () => {
  const named = {
    ...pack,
    ...draftEntry("spare-key", {
      yaml: "kind: answer\nrefines: lost-key\nformerly: [second-key]",
      phrases: ["where is the spare one", "the spare one from the neighbour", "spare one under the pot"],
    }),
  };
  const top1Of = async (text: string, label: string) => {
    const { stdout } = await evaluate({
      file: toLines([{ text, labels: [label] }]),
      arguments: ["--json"],
      files: named,
    });
    return JSON.parse(stdout).languages.all.top1;
  };

  it("may be what an entry refines", async () => {
    expect(await top1Of("the spare one from the neighbour", "lost-key")).toBe(100);
  });

  // Bugs: these labels are accepted, and then no answer can be right for them.
  it("may be an entry that refines another", async () => {
    expect(await top1Of("the spare one from the neighbour", "spare-key")).toBe(100);
  });

  it("may be an id that an entry had before", async () => {
    expect(await top1Of("the spare one from the neighbour", "second-key")).toBe(100);
  });

  it("may be an elsewhere, which counts as out of scope", async () => {
    expect(await top1Of("flat tyre on the road", "car-repair")).toBeUndefined();
  });
});

describe("eval over the phrases", () => {
  it("asks each phrase of the entries but the front page once", async () => {
    const { code, stdout, stderr } = await evaluate({ arguments: ["--cross-validate", "--json"] });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { languages, labels } = JSON.parse(stdout);
    expect(languages.en).toMatchObject({ inScope: 8, outOfScope: 3 });
    expect(labels).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: "lost-key", questions: 4 }),
        expect.objectContaining({ label: "stuck-window", questions: 4 }),
        expect.objectContaining({ label: "out-of-scope", questions: 3 }),
      ]),
    );
  });

  it("prints the table as well", async () => {
    const { stdout } = await evaluate({ arguments: ["--cross-validate"] });
    expect(stdout).toMatch(/^in scope: questions +8$/m);
    expect(stdout).toMatch(/^out of scope: questions +3$/m);
  });
});

describe("eval over the pack's own questions", () => {
  const questionsYaml = `ours:
  lost-key:
    - where did I leave the thing for the lock
    - my pocket is empty and so is the mat
    - the door fell shut behind me
    - cannot find my key anywhere today
  lost-key, stuck-window:
    - nothing opens
    - house trouble
    - shut out
    - my window is stuck and so on
strangers:
  talk:
    - who won the match
    - what is for lunch
    - it rains again
    - flat tyre on the road to work
`;
  const asked = { ...pack, "questions/en.yaml": questionsYaml };
  const evaluateOwn = async (...given: readonly string[]) => {
    const made = await evaluate({ files: asked, arguments: ["--own-questions", "--json", ...given] });
    return { ...made, json: made.stdout && JSON.parse(made.stdout) };
  };

  it("asks those that are held back, with the entries above them as labels", async () => {
    const { code, stderr, json } = await evaluateOwn();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(json.languages).toEqual({ en: expect.objectContaining({ inScope: 2, top1: 100, outOfScope: 1 }) });
    expect(json.labels).toEqual(
      expect.arrayContaining([
        { label: "lost-key", questions: 2, top1: 100 },
        { label: "stuck-window", questions: 1, top1: 100 },
        expect.objectContaining({ label: "out-of-scope", questions: 1 }),
      ]),
    );
  });

  it("has nothing to show in a pack without questions, and does not fail", async () => {
    const { code, stdout } = await evaluate({ arguments: ["--own-questions", "--json"] });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ languages: {}, labels: [], confusions: [], wrong: [] });
  });

  it("says nothing about speaking unasked unless it is asked to", async () => {
    const { json } = await evaluateOwn();
    expect(json.languages.en).not.toHaveProperty("spokenTo");
    expect(json.languages.en).not.toHaveProperty("strangersSpokenTo");
  });
});

describe("eval --unasked", () => {
  const told = [
    { text: "cannot find my key anywhere", lang: "en", labels: ["lost-key"] },
    { text: "https://example.com cannot find my key anywhere", lang: "en", labels: ["lost-key"] },
    { text: "my window is stuck", lang: "en", labels: ["out-of-scope"] },
    { text: "flat tyre on the road", lang: "en", labels: ["out-of-scope"] },
  ];

  it("shows the share of both sides that the bot would speak to", async () => {
    const { code, stdout } = await evaluate({ file: toLines(told), arguments: ["--unasked", "all"] });
    expect(code).toBe(0);
    const shares = stdout.split("\n").filter((line) => line.startsWith("  spoken to unasked"));
    expect(shares.map((line) => line.trim().split(/ {2,}/)[1])).toEqual(["50.0%", "50.0%"]);
  });

  it("tells of each question that went wrong whether it would speak", async () => {
    const { stdout } = await evaluate({ file: toLines(told), arguments: ["--unasked", "all", "--json"] });
    const { languages, wrong } = JSON.parse(stdout);
    expect(languages.en).toMatchObject({ spokenTo: 50, strangersSpokenTo: 50 });
    expect(wrong).toEqual([expect.objectContaining({ text: "my window is stuck", speaks: true })]);
  });

  it("speaks to nobody in the mode mentions", async () => {
    const { stdout } = await evaluate({
      file: toLines(told),
      arguments: ["--unasked", "mentions", "--json"],
    });
    expect(JSON.parse(stdout).languages.en).toMatchObject({ spokenTo: 0, strangersSpokenTo: 0 });
  });

  it("names the modes for one that is none", async () => {
    const { code, stdout, stderr } = await evaluate({ file: "", arguments: ["--unasked", "loud"] });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe('--unasked is one of mentions, questions, all, not "loud"\n');
  });
});

describe("what went wrong", () => {
  it("is shown with the words that it hangs on", async () => {
    const wrong = [{ text: "jammed", lang: "en", labels: ["out-of-scope"] }];
    const { stdout } = await evaluate({ file: toLines(wrong) });
    expect(stdout).toMatch(/"jammed"\n.*likeliest stuck-window\n +hangs on: jammed\n/);
  });
});

describe("eval says how it is used", () => {
  it.each<[string, Given]>([
    ["without anything to ask", {}],
    ["with a file and --cross-validate", { file: "", arguments: ["--cross-validate"] }],
    ["with a file and --own-questions", { file: "", arguments: ["--own-questions"] }],
    ["with --own-questions and --cross-validate", { arguments: ["--own-questions", "--cross-validate"] }],
    ["with --cross-validate and --unasked", { arguments: ["--cross-validate", "--unasked", "all"] }],
    ["with an option that is none", { arguments: ["--crossvalidate"] }],
  ])("%s", async (_, given) => {
    const { code, stdout, stderr } = await evaluate(given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/npx signpost eval FILE\.jsonl/);
    expect(stderr).not.toContain("    at ");
  });

  // A bug: whatever stands behind the first file is passed over in silence.
  it("with two files", async () => {
    expect((await evaluate({ file: "", arguments: ["other.jsonl"] })).code).toBe(2);
  });
});

describe("eval with --curve", () => {
  const asked = toLines([
    { text: "my window is stuck", lang: "en", labels: ["stuck-window"] },
    { text: "qwxzy", lang: "en", labels: ["out-of-scope"] },
  ]);

  it("writes a drawing instead of the figures", async () => {
    const drawing = path.join(temporaryFolder(), "curve.svg");
    const { code, stdout } = await evaluate({ file: asked, arguments: ["--curve", drawing] });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${drawing} is written.\n` });
    expect(readFileSync(drawing, "utf8")).toMatch(/^<svg .*en: now at .*<\/svg>\n$/s);
  });

  it.each([
    ["a file that is no .svg", ["--curve", "questions.jsonl"], ".svg"],
    ["--cross-validate", ["--curve", "a.svg", "--cross-validate"], "--own-questions"],
  ])("refuses %s", async (_, given, expected) => {
    const file = given.includes("--cross-validate") ? {} : { file: asked };
    const { code, stderr } = await evaluate({ ...file, arguments: given });
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
  });

  it("needs questions of both kinds", async () => {
    const file = toLines([{ text: "my window is stuck", lang: "en", labels: ["stuck-window"] }]);
    const drawing = path.join(temporaryFolder(), "curve.svg");
    const { code, stderr } = await evaluate({ file, arguments: ["--curve", drawing] });
    expect(code).toBe(1);
    expect(stderr).toContain("of ours and of strangers");
  });
});
