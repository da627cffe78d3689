import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { loadingFaults } from "../support/loading-faults.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { draftEntry, writeFiles } from "../support/temporary.ts";

type Files = Readonly<Record<string, string>>;
const english = ["en"] as const;
const both = ["en", "vi"] as const;

const asksYaml = `
since:
  options:
    today: It began today, {today}.
    yesterday: It began on {yesterday}.
door-tried:
  tried: true
  options:
    knock: I knocked.
    ring: I rang.
mail:
  optional: true
  line: The address is at {words}.
  must: domain
  limit: 100
own-words:
  optional: true
  paragraph: "In my own words: {words}"
  limit: 600
`;
const labelsYaml = `
since:
  label: Since when?
  options: { today: Today, yesterday: Yesterday }
door-tried:
  label: What did you try?
  hint: At the door
  options: { knock: Knocking, ring: Ringing }
mail: { label: Domain }
own-words: { label: Anything else? }
`;
const files: Files = { "asks.yaml": asksYaml, "asks.en.yaml": labelsYaml };

const caseYaml = `kind: answer
escalate:
  to: aws-case
  door: console
  subject: The door is shut
  problem: I stand before the door.
  request: Please open it.`;
const withCase = (asks: readonly string[], more: { readonly front?: string } = {}) =>
  draftEntry("a", { yaml: `${caseYaml}\n  asks: [${asks.join(", ")}]`, ...more });
const plain = draftEntry("a");
const vietnamese = "---\ntitle: Cửa\nphrases: [cửa đóng]\n---\n";
const gloss = "case: { subject: Cửa đóng, problem: Mình đứng ngoài., request: Mở giúp. }\n";
const glossed = vietnamese.replace("---\ntitle", `---\n${gloss}title`);

function load(given: Files, languages: readonly string[] = english) {
  return loadKnowledge(writeFiles(given), { languages });
}

const faultsOf = (given: Files, languages: readonly string[] = english) =>
  loadingFaults(writeFiles(given), { languages });

describe("what the forms of cases ask", () => {
  it("is read with its English and its labels", () => {
    const folder = writeFiles({ ...plain, ...files });
    const { asks } = loadKnowledge(folder, { languages: english });
    expect([...asks.values()]).toEqual([
      {
        id: "since",
        folder,
        kind: "choice",
        isTried: false,
        isOptional: false,
        options: [
          { id: "today", english: "It began today, {today}." },
          { id: "yesterday", english: "It began on {yesterday}." },
        ],
        text: { en: { label: "Since when?", options: { today: "Today", yesterday: "Yesterday" } } },
      },
      {
        id: "door-tried",
        folder,
        kind: "choice",
        isTried: true,
        isOptional: false,
        options: [
          { id: "knock", english: "I knocked." },
          { id: "ring", english: "I rang." },
        ],
        text: {
          en: {
            label: "What did you try?",
            hint: "At the door",
            options: { knock: "Knocking", ring: "Ringing" },
          },
        },
      },
      {
        id: "mail",
        folder,
        kind: "line",
        english: "The address is at {words}.",
        must: "domain",
        limit: 100,
        isTried: false,
        isOptional: true,
        text: { en: { label: "Domain", options: {} } },
      },
      {
        id: "own-words",
        folder,
        kind: "paragraph",
        english: "In my own words: {words}",
        limit: 600,
        isTried: false,
        isOptional: true,
        text: { en: { label: "Anything else?", options: {} } },
      },
    ]);
  });

  it("keeps the order in which an entry names it", () => {
    const [entry] = load({ ...withCase(["own-words", "since"]), ...files }).entries;
    expect(entry).toMatchObject({
      escalate: {
        problem: "I stand before the door.",
        request: "Please open it.",
        asks: ["own-words", "since"],
      },
    });
  });

  it("may lie in each pack: all count", () => {
    const other = {
      "two/asks.yaml": "time:\n  line: At {words}.\n  limit: 9\n",
      "two/asks.en.yaml": "time: { label: T }\n",
    };
    expect([...load({ ...plain, ...files, ...other }).asks.keys()]).toEqual([
      "since",
      "door-tried",
      "mail",
      "own-words",
      "time",
    ]);
  });

  it("may be missing", () => {
    expect(load(plain).asks.size).toBe(0);
  });

  it("has labels in each language", () => {
    const labels = labelsYaml.replace("Since when?", "Từ khi nào?");
    const { asks } = load({ ...plain, "a/vi.md": vietnamese, ...files, "asks.vi.yaml": labels }, both);
    expect(both.map((locale) => asks.get("since")?.text[locale]?.label)).toEqual([
      "Since when?",
      "Từ khi nào?",
    ]);
  });

  it("may have an id that every JavaScript object has", () => {
    const given = {
      ...plain,
      "asks.yaml": "constructor:\n  line: It is {words}.\n  limit: 9\n",
      "asks.en.yaml": "{}\n",
    };
    expect(faultsOf(given)).toEqual(["asks.en.yaml: constructor: give the question a label"]);
  });

  it("may be a choice of 25 options, with labels at their longest", () => {
    const ids = Array.from({ length: 25 }, (_, index) => `o${index}`);
    const english = ids.map((id) => `    ${id}: It is ${id}.\n`).join("");
    const labels = ids.map((id) => `    ${id}: ${"x".repeat(75)}\n`).join("");
    const given = {
      ...plain,
      "asks.yaml": `long:\n  options:\n${english}`,
      "asks.en.yaml": `long:\n  label: ${"x".repeat(45)}\n  hint: ${"x".repeat(100)}\n  options:\n${labels}`,
    };
    expect(load(given).asks.get("long")).toMatchObject({ options: { length: 25 } });
  });
});

describe("a fault in asks.yaml", () => {
  const line = (yaml: string) => `x:\n  line: It is {words}.\n${yaml}`;
  const options = (yaml: string) => `x:\n  options:\n${yaml}`;
  const many = Array.from({ length: 26 }, (_, index) => `    o${index}: It is.\n`).join("");

  it.each([
    ["nothing that is asked", "x:\n  tried: true\n", 2, "x: give one of options, line and paragraph"],
    [
      "two ways to answer",
      line("  limit: 9\n  paragraph: It is {words}.\n"),
      2,
      "x: give one of options, line and paragraph",
    ],
    ["a line without a limit", line(""), 2, "x: limit: give the characters that it takes"],
    ["a limit of nothing", line("  limit: 0\n"), 3, "x.limit: must be at least 1"],
    ["a limit that no platform takes", line("  limit: 3001\n"), 3, "x.limit: must be at most 3000"],
    ["a limit in words", line("  limit: ten\n"), 3, "x.limit: must be a whole number"],
    ["a limit of options", options("    a: A.\n    b: B.\n  limit: 9\n"), 5, "x.limit: options have none"],
    [
      "options that must be digits",
      options("    a: A.\n    b: B.\n  must: digits\n"),
      5,
      "x.must: only a line can be asked for that",
    ],
    ["an unknown must", line("  limit: 9\n  must: letters\n"), 4, "x.must: must be domain or digits"],
    ["one option", options("    a: A.\n"), 3, "x.options: give at least 2 options"],
    ["26 options", options(many), 3, "x.options: give at most 25 options"],
    ["a list of options", "x:\n  options: [a, b]\n", 2, "x.options: write options as id: sentence"],
    [
      "a line without the place for the words",
      "x:\n  line: It is so.\n  limit: 9\n",
      2,
      "x.line: must hold {words}",
    ],
    [
      "a date in a line",
      "x:\n  line: On {today} {words}.\n  limit: 9\n",
      2,
      "x.line: there is no {today} to fill in here",
    ],
    [
      "words in an option",
      options("    a: It is {words}.\n    b: B.\n"),
      3,
      "x.options.a: there is no {words} to fill in here",
    ],
    [
      "a long sentence",
      options(`    a: ${"x".repeat(301)}\n    b: B.\n`),
      3,
      "x.options.a: must be at most 300 characters",
    ],
    ["a number for a sentence", options("    a: 12\n    b: B.\n"), 3, "x.options.a: must be a line of text"],
    [
      "an option's id with a capital",
      options("    A: A.\n    b: B.\n"),
      3,
      "x.options.A: an id is made of small",
    ],
    [
      "an id that begins with a digit",
      line("  limit: 9\n").replace("x", "1x"),
      2,
      "1x: an id is made of small",
    ],
    [
      "facts that are no options",
      options("    a: A.\n    b: B.\n  tried: true\n  facts: [c]\n"),
      6,
      'x.facts: there is no option "c"',
    ],
    [
      "facts where nothing was tried",
      options("    a: A.\n    b: B.\n  facts: [a]\n"),
      5,
      "x.facts: they all are facts",
    ],
    [
      "steps that nothing leads back to",
      options("    a: A.\n    b: B.\n  tried: true\n  steps: a\n"),
      6,
      "x.steps: nothing leads back there",
    ],
    [
      "what is heard for no option",
      options("    a: A.\n    b: B.\n  heard: { c: [see] }\n"),
      5,
      'x.heard.c: there is no option "c"',
    ],
    [
      "several of more options than checkboxes take",
      options(`${many.split("\n").slice(0, 11).join("\n")}\n  several: true\n`),
      14,
      "x.several: give at most 10 options to choose several of",
    ],
    [
      "an option of before that is there still",
      options("    a: A.\n    b: B.\n  formerly: { a: [b] }\n"),
      5,
      'x.formerly.a: "a" is still an option',
    ],
    [
      "an option of before that became none",
      options("    a: A.\n    b: B.\n  formerly: { c: [d] }\n"),
      5,
      'x.formerly.c: there is no option "d"',
    ],
    [
      "an option of before that became two where one is chosen",
      options("    a: A.\n    b: B.\n  formerly: { c: [a, b] }\n"),
      5,
      "x.formerly.c: name one option: several is missing",
    ],
    ["several lines", line("  limit: 9\n  several: true\n"), 4, "x.several: only options have that"],
    ["steps of a line", line("  limit: 9\n  steps: a\n"), 4, "x.steps: only options have that"],
    [
      "options with answers that say nothing",
      options("    a: A.\n    b: B.\n  except: [a]\n"),
      5,
      "x.except: only a line has answers that say nothing",
    ],
    ["an unknown date", options("    a: A {tomorrow}.\n    b: B.\n"), 3, "there is no {tomorrow}"],
    ["an unknown key", line("  limit: 9\n  colour: red\n"), 4, "colour"],
    ["a list", "- x\n", 1, "write the questions as id: ..."],
    ["broken YAML", "x: ]\n", 1, "Unexpected"],
  ])("is %s", (_what, yaml, at, words) => {
    const faults = faultsOf({ ...plain, "asks.yaml": yaml, "asks.en.yaml": "{}\n" });
    expect(faults).toEqual([expect.stringContaining(words)]);
    expect(faults[0]?.split(": ")[0]).toBe(`asks.yaml:${at}`);
  });

  it("hides no other and is not also an id that entries name in vain", () => {
    expect(faultsOf({ ...withCase(["since"]), ...files, "asks.yaml": "since: {}\n" })).toEqual([
      "asks.yaml:1: since: give one of options, line and paragraph",
    ]);
  });

  it("is an id that another pack has", () => {
    const given = { ...plain, ...files, "two/asks.yaml": asksYaml, "two/asks.en.yaml": labelsYaml };
    expect(faultsOf(given)).toContain(
      "two/asks.yaml:3: since: asks.yaml asks this already: an id stands once",
    );
  });

  it("is that there is none beside labels", () => {
    expect(faultsOf({ ...plain, "asks.en.yaml": labelsYaml })).toEqual([
      "asks.yaml: missing: there are labels beside it for what a form asks",
    ]);
  });
});

describe("a fault in the labels", () => {
  const change = (from: string, to: string) => labelsYaml.replace(from, to);

  it.each([
    [
      "a question without a label",
      change("mail: { label: Domain }\n", ""),
      "",
      "mail: give the question a label",
    ],
    [
      "a label without a question",
      change("mail:", "mial: { label: D }\nmail:"),
      ":9",
      'mial: asks.yaml has no question "mial": did you mean "mail"?',
    ],
    ["an option without a label", change("today: Today, ", ""), ":4", 'since.options: give "today" a label'],
    [
      "a label without an option",
      change("knock: Knocking", "knock: Knocking, knok: N"),
      ":8",
      'door-tried.options: asks.yaml has no option "knok": did you mean "knock"?',
    ],
    [
      "options of a line",
      change("label: Domain", "label: Domain, options: { a: A }"),
      ":9",
      'mail.options: asks.yaml has no option "a"',
    ],
    ["a long label", change("Domain", "x".repeat(46)), ":9", "mail.label: a label is at most 45 characters"],
    ["a long hint", change("At the door", "x".repeat(101)), ":7", "a hint is at most 100 characters"],
    ["a long option", change("Knocking", "x".repeat(76)), ":8", "an option's label is at most 75 characters"],
    ["no label", change("{ label: Domain }", "{ hint: H }"), ":9", "mail.label: must be a line of text"],
    ["a key of asks.yaml", change("label: Domain", "label: Domain, limit: 9"), ":9", "limit"],
  ])("is %s", (_what, labels, at, words) => {
    const faults = faultsOf({ ...plain, ...files, "asks.en.yaml": labels });
    expect(faults).toEqual([expect.stringContaining(words)]);
    expect(faults[0]?.split(": ")[0]).toBe(`asks.en.yaml${at}`);
  });

  it("is not to say what was not tried yet, or to say it where nobody answers so", () => {
    const yaml = asksYaml.replace("ring: I rang.", 'ring: ""');
    expect(faultsOf({ ...plain, ...files, "asks.yaml": yaml })).toEqual([
      "asks.en.yaml:6: door-tried: say under untried what was not tried yet",
    ]);
    const labels = change("hint: At the door", "untried: Ringing the bell.");
    expect(faultsOf({ ...plain, ...files, "asks.yaml": yaml, "asks.en.yaml": labels })).toEqual([]);
    expect(faultsOf({ ...plain, ...files, "asks.en.yaml": labels })).toEqual([
      expect.stringContaining("asks.en.yaml:7: door-tried.untried: nobody would see it"),
    ]);
  });

  it("is a language without any", () => {
    expect(faultsOf({ ...plain, "a/vi.md": vietnamese, ...files }, both)).toEqual([
      "asks.vi.yaml: missing: what a form asks needs its labels in each language",
    ]);
  });
});

describe("a fault in an entry's case", () => {
  const bilingual = { ...withCase(["since"]), ...files, "asks.vi.yaml": labelsYaml };

  it("is a question that nobody wrote", () => {
    expect(faultsOf({ ...withCase(["since", "door-tired"]), ...files })).toEqual([
      'a/entry.yaml:8: escalate.asks: no asks.yaml has a question "door-tired": did you mean "door-tried"?',
    ]);
  });

  it("is a question unlike any", () => {
    expect(faultsOf(withCase(["since"]))).toEqual([
      'a/entry.yaml:8: escalate.asks: no asks.yaml has a question "since": write it into asks.yaml',
    ]);
  });

  it.each([
    ["a question twice", ["since", "since"], "an id stands twice"],
    ["eleven questions", Array.from({ length: 11 }, (_, index) => `q${index}`), "at most 10 things"],
  ])("is %s", (_what, asks, words) => {
    expect(faultsOf({ ...withCase(asks), ...files })).toEqual([expect.stringContaining(words)]);
  });

  it("is a text with what a person had to fill in, as it was", () => {
    const yaml = caseYaml.replace("problem: I stand before the door.\n  request", "description");
    const faults = faultsOf(draftEntry("a", { yaml })).join("\n");
    expect(faults).toMatch(/escalate\.problem: .*\n.*escalate\.request: .*\n.*description/);
  });

  it("is none where each other language says what the case means", () => {
    expect(faultsOf({ ...bilingual, "a/vi.md": glossed }, both)).toEqual([]);
  });

  it("is that another language does not say what it means", () => {
    expect(faultsOf({ ...bilingual, "a/vi.md": vietnamese }, both)).toEqual([
      "a/vi.md:2: the entry leads to a case in English: say under case: what its subject, problem and request mean",
    ]);
  });

  it("is that English says it again", () => {
    expect(faultsOf({ ...withCase(["since"], { front: gloss }), ...files })).toEqual([
      "a/en.md:5: case: nobody would see it, since the case itself is in English",
    ]);
  });

  it("is what a case means where there is none", () => {
    expect(faultsOf(draftEntry("a", { front: gloss }))).toEqual([
      "a/en.md:5: case: nobody would see it, since the entry leads to no case",
    ]);
  });

  it("is half of what it means", () => {
    const half = glossed.replace(", request: Mở giúp.", "");
    expect(faultsOf({ ...bilingual, "a/vi.md": half }, both)).toEqual([
      expect.stringMatching(/^a\/vi\.md:2: case\.request: /),
    ]);
  });
});

describe("what differs for who answers so", () => {
  const withVariant = (variant: string, more = "") => ({
    ...draftEntry("a", { yaml: `${more}${caseYaml}\n  asks: [since, mail]\n  variants:\n    - ${variant}` }),
    ...draftEntry("other"),
    ...files,
  });

  it.each([
    ["a door", "{ when: { since: [today] }, door: no-sign-in }"],
    ["a subject with an answer", '{ when: { mail: given }, subject: "Shut at {mail}" }'],
    ["another entry", "{ when: { since: [today, yesterday] }, entry: other }"],
  ])("may be %s", (_what, variant) => {
    expect(faultsOf(withVariant(variant))).toEqual([]);
  });

  it.each([
    [
      "a question that is not asked",
      "{ when: { door-tried: [knock] }, door: mfa-form }",
      'does not ask "door-tried"',
    ],
    ["an option that is not there", "{ when: { since: [todya] }, door: mfa-form }", 'has no option "todya"'],
    ["options of words", "{ when: { mail: [today] }, door: mfa-form }", '"mail" has no options'],
    ["an entry that is not there", "{ when: { since: [today] }, entry: othr }", 'did you mean "other"?'],
    ["words that may be missing", '{ when: { since: [today] }, subject: "At {mail}" }', "there is no {mail}"],
    ["nothing", "{ when: { since: [today] } }", "give a door, a subject or both, or else an entry"],
    ["a door and an entry", "{ when: { since: [today] }, door: mfa-form, entry: other }", "or else an entry"],
    ["always", "{ when: {}, door: mfa-form }", "name a question and its options"],
    [
      "an unknown door",
      "{ when: { since: [today] }, door: window }",
      "must be console, no-sign-in or mfa-form",
    ],
  ])("is a fault: %s", (_what, variant, words) => {
    expect(faultsOf(withVariant(variant))).toEqual([expect.stringContaining(words)]);
  });

  it("may be that the entry has a message to the administrator beside its case", () => {
    const variant = "{ when: { since: [today] }, entry: a }";
    expect(faultsOf(withVariant(variant))).toEqual([
      expect.stringContaining("write the message under ## Message"),
      expect.stringContaining("write the steps under ## Administrator"),
    ]);
  });

  it("may be told by an entry, as an answer that there is", () => {
    const telling = (tells: string) => ({
      ...draftEntry("a", { yaml: `kind: answer\ntells: { ${tells} }` }),
      ...files,
    });
    expect(faultsOf(telling("door-tried: knock"))).toEqual([]);
    expect(faultsOf(telling("door-tried: knok"))).toEqual([
      'a/entry.yaml:2: tells: "door-tried" has no option "knok"',
    ]);
  });

  it("is a fault where steps belong to no entry", () => {
    const yaml = asksYaml.replace("tried: true", "tried: true\n  steps: b").replace("I rang.", '""');
    const labels = labelsYaml.replace("hint: At the door", "untried: Ringing.");
    expect(faultsOf({ ...plain, "asks.yaml": yaml, "asks.en.yaml": labels })).toEqual([
      expect.stringContaining('asks.yaml: door-tried.steps: there is no entry "b"'),
    ]);
  });
});

it.each(["asks.yaml", "asks.en.yaml"])("%s may hold anything: it loads or is a fault", (file) => {
  const marks = [
    "since:",
    "\n  ",
    "options: ",
    "line: ",
    "{words}",
    "label: ",
    "{",
    "]",
    "? ",
    "*a",
    "!!set ",
  ];
  const pieces = fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 5 })));
  const folder = writeFiles({ ...withCase(["since"]), ...files });
  fc.assert(
    fc.property(pieces, (parts) => {
      writeFileSync(path.join(folder, file), parts.join(""));
      expect(() => loadingFaults(folder, { languages: english })).not.toThrow();
    }),
    { numRuns: propertyRuns(30) },
  );
});
