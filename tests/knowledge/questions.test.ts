import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { loadingFaults } from "../support/loading-faults.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { draftEntry, writeFiles } from "../support/temporary.ts";

type Files = Readonly<Record<string, string>>;
const english = { languages: ["en"] as const };

/** Two answers, an elsewhere and a choice. */
const entries = {
  ...draftEntry("lost-key", { phrases: ["the key of my door is lost", "Mất chìa khoá"] }),
  ...draftEntry("stuck-window"),
  ...draftEntry("car-repair", { yaml: "kind: elsewhere", phrases: ["the engine smokes"] }),
  ...draftEntry("topics", {
    yaml: "kind: choice\noptions: [lost-key, stuck-window]",
    front: "options:\n  lost-key: A key\n  stuck-window: A window\n",
    phrases: ["show the topics"],
  }),
};

const load = (files: Files) => loadKnowledge(writeFiles({ ...entries, ...files }), english).questions;

const faultsOf = (files: Files) => loadingFaults(writeFiles({ ...entries, ...files }), english);
const faultsOfYaml = (yaml: string) => faultsOf({ "questions/en.yaml": yaml });

describe("the questions of a pack", () => {
  it("have their language and the entries that answer them", () => {
    const questions = load({
      "questions/en.yaml": "ours:\n  lost-key: [where is my key]\n",
      "questions/vi.yaml": "ours:\n  stuck-window: [cửa sổ kẹt rồi]\n",
    });
    expect(questions).toMatchObject([
      { text: "where is my key", language: "en", entries: ["lost-key"] },
      { text: "cửa sổ kẹt rồi", language: "vi", entries: ["stuck-window"] },
    ]);
  });

  it("may have several entries in one key", () => {
    const [question] = load({ "questions/en.yaml": "ours:\n  lost-key,  stuck-window: [I am locked out]\n" });
    expect(question?.entries).toEqual(["lost-key", "stuck-window"]);
  });

  it("of strangers have none, whatever kind they are of", () => {
    const questions = load({ "questions/en.yaml": "strangers:\n  lost-key: [who won]\n  talk: [lunch?]\n" });
    expect(questions.map(({ text, entries: right }) => [text, right])).toEqual([
      ["who won", []],
      ["lunch?", []],
    ]);
  });

  it("are held back every fourth time, counted in each list by itself", () => {
    const numbers = (word: string, count: number) =>
      Array.from({ length: count }, (_, index) => `    - ${word} ${index + 1}\n`).join("");
    const questions = load({
      "questions/en.yaml": `ours:\n  lost-key:\n${numbers("key", 9)}strangers:\n  talk:\n${numbers("talk", 4)}`,
      "questions/vi.yaml": `ours:\n  lost-key:\n${numbers("khoá", 3)}`,
    });
    const heldBack = questions.filter(({ isHeldBack }) => isHeldBack).map(({ text }) => text);
    expect([questions.length, heldBack]).toEqual([16, ["key 4", "key 8", "talk 4"]]);
  });

  it("may lie in each pack, at any depth: all count", () => {
    const questions = load({
      "one/questions/en.yaml": "ours:\n  lost-key: [where is my key]\n",
      "two/deep/questions/en.yaml": "strangers:\n  talk: [lunch?]\n",
    });
    expect(questions.map(({ text }) => text)).toEqual(["where is my key", "lunch?"]);
  });

  it("may be missing, and so may each half of them", () => {
    expect(load({})).toEqual([]);
    expect(load({ "questions/en.yaml": "{}\n" })).toEqual([]);
    expect(load({ "questions/en.yaml": "ours:\n  lost-key: []\n" })).toEqual([]);
  });

  it("may have 4,000 characters, and several lines", () => {
    const long = "x ".repeat(2000).trimEnd().padEnd(4000, "x");
    const yaml = `strangers:\n  talk:\n    - ${long}\n    - "Hi\\n\\nlunch?"\n`;
    expect(load({ "questions/en.yaml": yaml }).map(({ text }) => text)).toEqual([long, "Hi\n\nlunch?"]);
  });
});

describe("a fault in the questions", () => {
  const key = (lines: string) => `ours:\n  lost-key:\n${lines}`;

  it.each([
    ["a question twice", key("    - my key\n    - a door\n    - My key?\n"), 5, 'twice: "My key?"'],
    [
      "a question twice, but for accents",
      key("    - mất chìa\n    - mat chia\n"),
      4,
      'this question stands twice: "mat chia"',
    ],
    [
      "a question of ours that is a stranger's too",
      `${key("    - my key\n")}strangers:\n  talk:\n    - my key\n`,
      6,
      'this question stands twice: "my key"',
    ],
    ["a long question", key(`    - a door\n    - ${"x".repeat(4001)}\n`), 4, "at most 4,000 characters"],
    ["a question without a word", key("    - '?!'\n"), 3, "ours.lost-key.0: must hold a word"],
    ["a number", key("    - a door\n    - 42\n"), 4, "a question is text: put it in quotes"],
    ["a question with a colon", key("    - help: my key\n"), 3, "a question is text: put it in quotes"],
    ["one question in the place of a list", "ours:\n  lost-key: my key\n", 2, "give a list of questions"],
    ["a list without entries", "ours:\n  - my key\n", 2, "ours: "],
    ["an unknown key", "ours: {}\nstranger:\n  talk: [lunch?]\n", 3, '"stranger"'],
    ["broken YAML", "ours:\n  lost-key: [my key\n", 3, "Flow sequence"],
  ])("is %s", (_what, yaml, line, words) => {
    const faults = faultsOfYaml(yaml);
    expect(faults).toEqual([expect.stringContaining(words)]);
    expect(faults[0]?.split(": ")[0]).toBe(`questions/en.yaml:${line}`);
  });

  it("is a question that another file has", () => {
    const yaml = "strangers:\n  talk: [lunch?]\n";
    expect(faultsOf({ "one/questions/en.yaml": yaml, "two/questions/vi.yaml": yaml })).toEqual([
      'two/questions/vi.yaml:2: this question stands twice: "lunch?"',
    ]);
  });
});

describe("the entries above questions", () => {
  const above = (id: string) => `ours:\n  lost-key: [my key]\n  ${id}:\n    - one door\n    - two doors\n`;

  it.each([
    ["a slip", "lost-kee", 'ours: there is no entry "lost-kee": did you mean "lost-key"?'],
    [
      "an id unlike any",
      "banana",
      'ours: there is no entry "banana": an id is the name of an entry\'s folder',
    ],
    ["a slip beside an entry", "stuck-window, lost-kee", 'ours: there is no entry "lost-kee": did you mean'],
    ["nothing behind a comma", "stuck-window,", 'ours: there is no entry ""'],
    ["an elsewhere", "car-repair", 'ours: "car-repair" is an elsewhere entry: its questions belong under'],
    ["a choice", "topics", 'ours: "topics" is a choice: name the answers that it leads to'],
    ["a choice beside an entry", "stuck-window, topics", 'ours: "topics" is a choice'],
  ])("%s is a fault, once, in the line of the key", (_what, id, words) => {
    const faults = faultsOfYaml(above(id));
    expect(faults).toEqual([expect.stringContaining(words)]);
    expect(faults[0]?.split(": ")[0]).toBe("questions/en.yaml:3");
  });

  it("are faults one by one", () => {
    const faults = faultsOfYaml(above("topics, car-repair, lost-kee"));
    expect(faults.map((fault) => /"([\w-]+)"/.exec(fault)?.[1])).toEqual([
      "topics",
      "car-repair",
      "lost-kee",
    ]);
  });

  it("are faults where nobody has a question yet", () => {
    expect(faultsOfYaml("ours:\n  lost-kee: []\n")).toEqual([
      expect.stringMatching(/^questions\/en\.yaml:2: /),
    ]);
  });

  it("go by their present id", () => {
    const renamed = draftEntry("new-lock", { yaml: "kind: answer\nformerly: [old-lock]" });
    expect(faultsOf({ ...renamed, "questions/en.yaml": above("old-lock") })).toEqual([
      'questions/en.yaml:3: ours: "old-lock" is now called "new-lock"',
    ]);
  });

  it("are not also missing where their entry.yaml cannot be read", () => {
    const broken = { ...draftEntry("new-lock"), "new-lock/entry.yaml": "kind: banana\n" };
    expect(faultsOf({ ...broken, "questions/en.yaml": above("new-lock") })).toEqual([
      expect.stringMatching(/^new-lock\/entry\.yaml:1: kind/),
    ]);
  });

  it("need not exist above those of strangers", () => {
    expect(faultsOfYaml("strangers:\n  topics: [one door]\n  banana: [two doors]\n")).toEqual([]);
  });
});

describe("a question that is a phrase as well", () => {
  it.each([
    ["of the entry that answers it", "ours:\n  lost-key:\n    - a door\n    - the key of my door is lost\n"],
    ["of another entry", "ours:\n  stuck-window:\n    - a door\n    - The key of my door is LOST!\n"],
    ["in a stranger's mouth", "strangers:\n  talk:\n    - a door\n    - the key of my door is lost\n"],
    ["but for accents", "ours:\n  lost-key:\n    - a door\n    - mat chia khoa\n"],
  ])("is a fault: %s", (_what, yaml) => {
    expect(faultsOfYaml(yaml)).toEqual([
      expect.stringMatching(
        /^questions\/en\.yaml:4: ".*" is a phrase in lost-key\/en\.md: a question that is learned measures nothing$/,
      ),
    ]);
  });

  it.each([
    ["an elsewhere", "the engine smokes", "car-repair"],
    ["a choice", "show the topics", "topics"],
  ])("is a fault, also of %s", (_what, text, entry) => {
    expect(faultsOfYaml(`strangers:\n  talk: [${text}]\n`)).toEqual([
      expect.stringContaining(`is a phrase in ${entry}/en.md`),
    ]);
  });

  it("is none where it only holds the phrase", () => {
    expect(faultsOfYaml("ours:\n  lost-key: [help the key of my door is lost]\n")).toEqual([]);
  });
});

it("any file of questions loads or is a fault with its line", () => {
  const marks = [
    "ours:",
    "strangers:",
    "\n  lost-key: ",
    "\n    - ",
    "topics",
    ", ",
    "[",
    "]",
    "{",
    "? ",
    "*a",
  ];
  const pieces = fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 5 })));
  const folder = writeFiles({ ...entries, "questions/en.yaml": "" });
  fc.assert(
    fc.property(pieces, (parts) => {
      writeFileSync(path.join(folder, "questions/en.yaml"), parts.join(""));
      for (const fault of loadingFaults(folder, english)) expect(fault).toMatch(/^questions\/en\.yaml:\d+: /);
    }),
    { numRuns: propertyRuns(30) },
  );
});
