import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { loadingFaults } from "../support/loading-faults.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { draftEntry, temporaryFolder, writeFiles } from "../support/temporary.ts";

type Files = Readonly<Record<string, string>>;
const locales = ["en", "vi"];
const english = { languages: ["en"] as const };
const load = (files: Files) => loadKnowledge(writeFiles(files), english);
const contentOf = (files: Files) => load(files).entries.map(({ folder: _folder, ...content }) => content);

const faultsOf = (files: Files) => loadingFaults(writeFiles(files), english);
const like = (pattern: RegExp): string => expect.stringMatching(pattern);

const [a, b] = [draftEntry("a"), draftEntry("b")];
const answer = (yaml: string, id = "a") => draftEntry(id, { yaml: `kind: answer\n${yaml}` });
const front = (lines: string) => draftEntry("a", { front: lines });
const text = (en: string) => ({ ...a, "a/en.md": en });
const pack = (yaml: string) => ({ ...a, "pack.yaml": yaml });
const says = (body: string, title = "T") => draftEntry("a", { title, body });
const asks = (phrases: readonly string[], id = "a") => draftEntry(id, { phrases });
const under = (folder: string, files: Files) =>
  Object.fromEntries(Object.entries(files).map(([file, content]) => [`${folder}/${file}`, content]));

function choice(id: string, options: readonly string[], more = "") {
  const labels = options.map((option) => `  ${option}: To ${option}\n`).join("");
  const yaml = `kind: choice\noptions: [${options}]\n${more}`;
  return draftEntry(id, { yaml, front: `options:\n${labels}` });
}
const unlabelled = draftEntry("c", { yaml: "kind: choice\noptions: [a, b]", front: "options:\n  a: A\n" });
const administrator = "kind: answer\nescalate:\n  to: administrator";
const handsOver = (body: string) => draftEntry("a", { yaml: administrator, body });
const longId = "x".repeat(78);

describe("what loads", () => {
  it("an entry of a kind, a title and a phrase in one language is enough", () => {
    const folder = writeFiles({
      "a/entry.yaml": "kind: answer\n",
      "a/en.md": "---\ntitle: T\nphrases: [help]\n---\n",
    });
    const empty = { body: [], stillStuck: [], message: "", administrator: [], options: {}, questions: [] };
    const en = { title: "T", short: "T", phrases: ["help"], ...empty };
    const entry = { id: "a", folder: path.join(folder, "a"), kind: "answer", text: { en } };
    expect(loadKnowledge(folder, english)).toMatchObject({
      languages: ["en"],
      entries: [{ ...entry, source: [], related: [], formerly: [] }],
    });
  });

  it("a pack in one language needs no other", () => {
    expect(loadKnowledge(writeFiles(a)).languages).toEqual(["en"]);
  });

  it("a renamed entry is found by each id it had", () => {
    const { find } = load(answer("formerly: [old, older]", "new"));
    expect(["new", "old", "older"].map((id) => find(id)?.id)).toEqual(["new", "new", "new"]);
  });

  it("an id that no entry has finds nothing", () => {
    expect(load(a).find("b")).toBeUndefined();
  });

  it("a pack in folders of any depth loads, with the front page it names", () => {
    const files = { ...pack("home: c\nperson: a\n"), ...b, ...choice("c", ["a", "b"]) };
    const { entries, home, person } = load(under("packs/deep", files));
    expect([entries.map(({ id }) => id), home, person]).toEqual([["a", "b", "c"], "c", "a"]);
  });

  it("both languages are read where nothing else is asked for", () => {
    const files = { ...a, "a/vi.md": "---\ntitle: Tiêu đề\nphrases: [giúp với]\n---\n" };
    const { entries, languages } = loadKnowledge(writeFiles(files));
    const titles = entries.map((entry) => locales.map((locale) => entry.text[locale]?.title));
    expect([languages, titles]).toEqual([["en", "vi"], [["About a", "Tiêu đề"]]]);
  });

  it.each([
    ["line ends of Windows", (content: string) => content.replaceAll("\n", "\r\n")],
    ["a byte order mark", (content: string) => `\uFEFF${content}`],
  ])("%s change nothing", (_what, change) => {
    const files = handsOver(
      "One\ntwo.\n\n```\nx\ny\n```\n\n## Message\nHi,\n\nbye.\n\n## Administrator\n1. Do.\n",
    );
    const changed = Object.entries(files).map(([file, content]) => [file, change(content)]);
    expect(contentOf(Object.fromEntries(changed))).toEqual(contentOf(files));
  });

  it("an id of 78 characters fits into every button", () => {
    expect(faultsOf(draftEntry(longId))).toEqual([]);
  });

  it("an answer of 2,500 characters with its title fits", () => {
    expect(faultsOf(says("x".repeat(2499)))).toEqual([]);
  });

  it("an entry may use one phrase in both its languages", () => {
    expect(loadingFaults(writeFiles({ ...a, "a/vi.md": a["a/en.md"] ?? "" }), {})).toEqual([]);
  });
});

describe("what is a fault", () => {
  const circle = [choice("b", ["a", "c"]), choice("c", ["b", "a"])] as const;
  const renamed = { ...answer("related: [old]", "b"), ...answer("formerly: [old]", "c") };
  const rest = `## Still stuck\n${"x".repeat(2500)}`;
  const table: readonly (readonly [string, Files, string, string])[] = [
    ["no text", { "a/entry.yaml": "kind: answer\n" }, "a/en.md", "every entry needs a text in each language"],
    ["an unknown related entry", answer("related:\n  - c"), "a/entry.yaml:3", 'there is no entry "c"'],
    ["an unknown entry to refine", answer("refines: c"), "a/entry.yaml:2", 'refines: there is no entry "c"'],
    ["an unknown option", { ...a, ...choice("b", ["a", "c"]) }, "b/entry.yaml:2", 'there is no entry "c"'],
    ["a tie to itself", answer("related: [a]"), "a/entry.yaml:2", "related: names the entry itself"],
    ["a circle of choices", { ...a, ...circle[0], ...circle[1] }, "b/entry.yaml:2", "b > c > b"],
    ["an id that has changed", { ...a, ...renamed }, "b/entry.yaml:2", '"old" is now called "c"'],
    ["an option without label", { ...a, ...b, ...unlabelled }, "c/en.md:6", 'options: give "b" a label'],
    ["a label without option", front("options:\n  b: B\n"), "a/en.md:6", '"b" is no option'],
    ["a phrase of two entries", { ...a, ...asks(["A Phrase, of A!"], "b") }, "b/en.md:4", "a/en.md already"],
    ["a phrase given twice", asks(["help", "Help?"]), "a/en.md:5", '"Help?" stands in a/en.md'],
    ["a long id", draftEntry(`y${longId}`), `y${longId}/entry.yaml:1`, "1 characters too long"],
    ["an id with a space", draftEntry("a b"), "a b", "an id has no space, dot, slash or colon"],
    ["an id that a token reads as no entry", draftEntry("-"), "-", "rename the folder"],
    ["a long answer", says("x".repeat(2500)), "a/en.md:2", "the answer has 2501 characters; at most 2500"],
    ["a long Still stuck", says(rest), "a/en.md:2", "## Still stuck has 2501 characters; at most 2500"],
    ["broken YAML", answer("verified: 2026-11-20\nrelated: ]"), "a/entry.yaml:3", "Unexpected"],
    ["broken YAML above a text", front("short: a: b\n"), "a/en.md:5", "not allowed"],
    ["a star that YAML takes for an alias", front("short: *now*\n"), "a/en.md:5", "alias"],
    ["an unknown key", answer("related: []\ncolour: red"), "a/entry.yaml:3", "colour"],
    ["an unknown key above a text", front("colour: red\n"), "a/en.md:5", "colour"],
    ["an unknown key of a pack", pack("person: a\nhouse: a"), "pack.yaml:2", "house"],
    ["a key given twice", answer("kind: answer"), "a/entry.yaml:2", "Map keys must be unique"],
    ["no entry.yaml", { ...a, "b/en.md": asks(["x"], "b")["b/en.md"] ?? "" }, "b/entry.yaml", "missing"],
    [
      "an id named twice",
      { ...a, ...b, ...answer("related: [a, a]", "c") },
      "c/entry.yaml:2",
      "an id stands twice",
    ],
    [
      "no kind",
      draftEntry("a", { yaml: "related: []" }),
      "a/entry.yaml:1",
      "must be answer, choice or elsewhere",
    ],
    ["no title", text("---\nphrases: [help]\n---\n"), "a/en.md:2", "title: "],
    ["no phrases", text("---\ntitle: T\nphrases: []\n---\n"), "a/en.md:3", "give at least one phrase"],
    ["no front matter", text("1. Do it.\n"), "a/en.md:1", "begin with a line ---, then title and phrases"],
    ["no such day", answer("verified: 2026-02-30"), "a/entry.yaml:2", "verified: there is no such day"],
    ["no date", answer("verified: 20 Nov"), "a/entry.yaml:2", "verified: write the date as 2026-11-20"],
    ["one id in the place of a list", answer("related: b"), "a/entry.yaml:2", "write a list: [id, id]"],
    [
      "one option in the place of a list",
      draftEntry("a", { yaml: "kind: choice\noptions: b" }),
      "a/entry.yaml:2",
      "options: write a list: [id, id]",
    ],
    [
      "nobody of that name to escalate to",
      answer("escalate:\n  to: admin"),
      "a/entry.yaml:3",
      "escalate.to: must be aws-case, administrator or link",
    ],
    [
      "an escalation without its to",
      answer("escalate: administrator"),
      "a/entry.yaml:2",
      "escalate: begin with to: aws-case, administrator or link",
    ],
    ["no phrases at all", text("---\ntitle: T\n---\n"), "a/en.md:2", "phrases: give a list of phrases"],
    [
      "front matter that does not end",
      text("---\ntitle: T\nphrases: [help]\n1. Do it.\n"),
      "a/en.md:1",
      "the closing line --- is missing",
    ],
    [
      "an id with a slip",
      { ...b, ...answer("related: [front-pgae]"), ...draftEntry("front-page") },
      "a/entry.yaml:2",
      'there is no entry "front-pgae": did you mean "front-page"?',
    ],
    [
      "a message that nobody would see",
      says("Do.\n\n## Message\nHi.\n"),
      "a/en.md:2",
      "## Message: nobody would see it",
    ],
    [
      "an administrator's steps that nobody would see",
      says("Do.\n\n## Administrator\nDo.\n"),
      "a/en.md:2",
      "## Administrator: nobody would see it, since the entry does not escalate to the administrator",
    ],
    [
      "more to check under a choice",
      {
        ...a,
        ...b,
        ...choice("c", ["a", "b"]),
        "c/en.md": `${choice("c", ["a", "b"])["c/en.md"]}\n## Still stuck\nLook.\n`,
      },
      "c/en.md:2",
      "## Still stuck: nobody would see it, since a choice only leads on",
    ],
    [
      "questions about a choice",
      {
        ...a,
        ...b,
        ...choice("c", ["a", "b"]),
        "c/en.md": `${choice("c", ["a", "b"])["c/en.md"]}\n## Questions\n### Which?\nAny.\n`,
      },
      "c/en.md:2",
      "## Questions: nobody would see it, since a choice only leads on",
    ],
    ["no message to hand over", handsOver("## Administrator\nDo.\n"), "a/en.md:2", "write the message"],
    ["no steps to hand over", handsOver("## Message\nHi.\n"), "a/en.md:2", "write the steps"],
    ["a former id in use", { ...a, ...answer("formerly: [a]", "b") }, "b/entry.yaml:2", '"a" belongs to a '],
    ["an id given twice", { ...a, ...under("z", asks(["x"])) }, "z/a/entry.yaml:1", '"a" belongs to a '],
    ["a home that is no choice", pack("home: a\n"), "pack.yaml:1", 'home: "a" is no choice'],
    ["an unknown way to a person", pack("\nperson: b"), "pack.yaml:2", 'person: there is no entry "b"'],
  ];

  it("questions that one language lacks", () => {
    const vietnamese = "---\ntitle: T\nphrases: [giúp với]\n---\nLàm đi.\n";
    const files = { ...says("Do.\n\n## Questions\n### How long?\nA day.\n"), "a/vi.md": vietnamese };
    expect(loadingFaults(writeFiles(files))).toEqual([
      "a/vi.md:2: ## Questions: 0 here and 1 in en.md: ask the same in each language",
    ]);
  });

  it.each(table)("%s", (_what, files, place, words) => {
    const faults = faultsOf(files);
    expect(faults).toEqual([expect.stringContaining(words)]);
    expect(faults[0]?.split(": ")[0]).toBe(place);
  });

  it("Markdown that cannot be rendered, each piece with its line", () => {
    const pieces = [
      "1. One.\n2. *Two*",
      "![x](https://x/y.png)",
      "<br>",
      "- x\n  - y",
      "# X",
      "## X",
      "[x](http://y)",
    ];
    const faults = faultsOf(says(`| a | b |\n\n${pieces.join("\n\n")}\n`));
    const lines = faults.map((fault) => Number(/^a\/en\.md:(\d+): /.exec(fault)?.[1]));
    expect(lines.sort((one, other) => one - other)).toEqual([6, 9, 11, 13, 15, 18, 20, 22]);
  });

  it("aliases without end, rather than a crash", () => {
    const files = answer(`related: [&x y, ${"*x, ".repeat(101)}]`);
    expect(faultsOf(files)).toContainEqual(like(/^a\/entry\.yaml:/));
  });

  it("no folder, with the setting that names it", () => {
    expect(loadingFaults(path.join(temporaryFolder(), "none"))).toEqual([like(/set KNOWLEDGE_DIR/)]);
  });

  it("a file in the place of the folder", () => {
    expect(loadingFaults(path.join(writeFiles(a), "a/en.md"))).toEqual([like(/set KNOWLEDGE_DIR/)]);
  });

  it("a folder without entries", () => {
    expect(loadingFaults(temporaryFolder())).toEqual([like(/no entries: an entry is a folder/)]);
  });

  it("an entry.yaml that cannot be used hides no fault of the texts beside it", () => {
    const faults = faultsOf({ ...a, ...asks(["A phrase of a"], "b"), "b/entry.yaml": "kind: banana\n" });
    expect(faults).toEqual([like(/^b\/en\.md:4: .*stands in/), like(/^b\/entry\.yaml:1: kind/)]);
  });

  it("an entry that cannot be read is not also reported missing where others name it", () => {
    const files = { ...answer("related: ]"), ...answer("related: [a]", "b") };
    expect(faultsOf(files)).toEqual([like(/^a\/entry\.yaml:2: /)]);
  });
});

describe("synonyms.yaml", () => {
  const synonyms = (yaml: string) => ({ ...a, "synonyms.yaml": yaml });

  it("gives groups of expressions, as they are written", () => {
    const yaml = "# Devices\n- [mfa, two-factor, xác thực hai bước]\n- [phone, điện thoại]\n";
    expect(load(synonyms(yaml)).synonyms).toEqual([
      ["mfa", "two-factor", "xác thực hai bước"],
      ["phone", "điện thoại"],
    ]);
  });

  it("may be missing", () => {
    expect(load(a).synonyms).toEqual([]);
  });

  it("may be without groups", () => {
    expect(load(synonyms("[]\n")).synonyms).toEqual([]);
  });

  it("may lie in each pack: the groups of all count", () => {
    const files = { ...under("one", synonyms("- [mfa, 2fa]\n")), "two/synonyms.yaml": "- [key, token]\n" };
    expect(load(files).synonyms).toEqual([
      ["mfa", "2fa"],
      ["key", "token"],
    ]);
  });

  it("may hold an expression of 60 characters", () => {
    expect(faultsOf(synonyms(`- [mfa, ${"x".repeat(60)}]\n`))).toEqual([]);
  });

  it.each([
    ["an expression of two groups", "- [mfa, 2fa]\n- [code, MFA]\n", 2, '"MFA" stands twice'],
    [
      "an expression twice in a group",
      "- [mfa, 2fa]\n-\n  - code\n  - token\n  - code\n",
      5,
      '"code" stands twice',
    ],
    ["a group of one", "- [mfa, 2fa]\n- [code]\n", 2, "a group has at least 2 expressions"],
    ["a group without brackets", "- [mfa, 2fa]\n- code\n", 2, "write a group as a list: [mfa, 2fa]"],
    ["a nested group", "- [mfa, 2fa]\n- [code, [token, pin]]\n", 2, "must be a line of text"],
    ["a number", "- [mfa, 2fa]\n-\n  - code\n  - 12\n", 4, "must be a line of text"],
    ["an empty expression", "- [mfa, 2fa]\n- [code, '']\n", 2, "must not be empty"],
    ["an expression of 61 characters", `- [mfa, ${"x".repeat(61)}]\n`, 1, "at most 60 characters"],
    ["names for groups", "mfa: [mfa, 2fa]\n", 1, "write a list of groups: - [mfa, 2fa]"],
    ["broken YAML", "- [mfa, 2fa]\n- [code, pin\n", 3, "Flow sequence"],
  ])("%s is a fault", (_what, yaml, line, words) => {
    const faults = faultsOf(synonyms(yaml));
    expect(faults).toEqual([expect.stringContaining(words)]);
    expect(faults[0]?.split(": ")[0]).toBe(`synonyms.yaml:${line}`);
  });

  it("the fault of a group has its line and no number beside it", () => {
    expect(faultsOf(synonyms("- [mfa, 2fa]\n- [alone]\n"))).toEqual([
      "synonyms.yaml:2: a group has at least 2 expressions",
    ]);
  });

  // They are compared with their hyphens and accents, which the matcher does not see: the second is never found.
  it.each([
    ["a hyphen", "- [sign in, login]\n- [sign-in, entry]\n"],
    ["accents", "- [mất, gone]\n- [mat, carpet]\n"],
  ])("an expression of two groups that differs by %s is a fault", (_what, yaml) => {
    expect(faultsOf(synonyms(yaml))).toEqual([like(/^synonyms\.yaml:2: .*stands twice/)]);
  });

  // Each file is looked at by itself.
  it("an expression of two files is a fault", () => {
    const files = { ...under("one", synonyms("- [mfa, 2fa]\n")), "two/synonyms.yaml": "- [mfa, token]\n" };
    expect(faultsOf(files)).toEqual([like(/^two\/synonyms\.yaml:1: .*stands twice/)]);
  });
});

describe("phrases that another file has", () => {
  const list = ["one key", "two keys", "three keys", "four keys", "five keys", "six keys"];

  it("are named one by one up to five", () => {
    const files = { ...asks(list), ...asks(list.slice(1), "b") };
    expect(faultsOf(files)).toHaveLength(5);
  });

  it("are one fault where there are more, as in a folder that was copied", () => {
    const files = { ...asks(list), ...asks(["a lamp", ...list], "b") };
    expect(faultsOf(files)).toEqual([
      like(/^b\/en\.md:5: 6 phrases stand in a\/en\.md already: a phrase belongs to one entry$/),
    ]);
  });

  it("are counted for each other file by itself", () => {
    const files = { ...asks(list.slice(0, 3)), ...asks(list.slice(3), "b"), ...asks(list, "c") };
    expect(faultsOf(files)).toHaveLength(6);
  });
});

describe("a phrase that YAML reads in its own way", () => {
  const written = (phrase: string) => text(`---\ntitle: T\nphrases:\n  - ${phrase}\n  - next one\n---\n`);

  it.each([
    ["unknown language #5 menu", 'the text is cut off at "#5 menu": put it in quotes'],
    ["#5 menu", 'the text is cut off at "#5 menu": put it in quotes'],
    ["&menu is french", "begins with &: put it in quotes"],
    ["!important it is french", "begins with !: put it in quotes"],
    ["*menu*", "alias in YAML: put it in quotes"],
    ["[BUG] x", "put the text in quotes"],
    ['"hi" x', "put the text in quotes"],
    ["{x} y", "put the text in quotes"],
    ["@admin help", "put the text in quotes"],
    ["%20 in the address", "put the text in quotes"],
    ["`aws sts` fails", "put the text in quotes"],
    ["> x", "put the text in quotes"],
    [">:( why", "put the text in quotes"],
    ["!!!", "put the text in quotes"],
    ["!!! help", "put the text in quotes"],
    ["'tis gone", "put the text in quotes"],
    ['"gone', "put the text in quotes"],
  ])("%s is one fault that says so", (phrase, words) => {
    const faults = faultsOf(written(phrase));
    expect(faults).toEqual([expect.stringMatching(/^a\/en\.md:4: /)]);
    expect(faults[0]?.endsWith(words)).toBe(true);
  });

  it.each(['"unknown language #5 menu"', "a#b", "'&menu is french'", '"quoted" # a note'])(
    "%s is none",
    (phrase) => {
      expect(faultsOf(written(phrase))).toEqual([]);
    },
  );
});

describe("a slip in YAML", () => {
  it("is a title that is cut off", () => {
    const files = text("---\ntitle: Console's menu #1 problem\nphrases: [help]\n---\n");
    expect(faultsOf(files)).toEqual(['a/en.md:2: the text is cut off at "#1 problem": put it in quotes']);
  });

  it("is no comment on a line of its own, nor one behind what is no text", () => {
    const lines = "---\n# A note\ntitle: T\nphrases: # in chats\n  # root\n  - help\n  # IAM\n---\n";
    expect(contentOf(text(lines))).toEqual(contentOf(text("---\ntitle: T\nphrases: [help]\n---\n")));
  });

  it("is no comment in the files without sentences", () => {
    const files = {
      ...answer("related: [b] # near\nrefines: b # the same"),
      ...b,
      ...choice("c", ["a", "b"]),
      "pack.yaml": "home: c # first\nperson: b # last\n",
      "synonyms.yaml": "- [mfa, 2fa] # devices\n-\n  - key # iron\n  - latchkey\n",
    };
    expect(faultsOf(files)).toEqual([]);
  });

  it.each([
    ["kind: answer\nescalate:\n\tto: administrator", 3],
    ["kind: answer\nrelated:\n  - b\n\t- c\n  - d", 4],
    ["kind: answer\nrelated:\n\t- b\n\t- c", 3],
  ])("that is a tab is one fault that says so", (yaml, line) => {
    expect(faultsOf(draftEntry("a", { yaml }))).toEqual([
      `a/entry.yaml:${line}: a tab stands here: put spaces in its place`,
    ]);
  });

  it.each(["kind: answer\nverified:2026-11-20", "kind: answer\nverified:2026-11-20\nrelated: []"])(
    "that is a missing space says where it belongs",
    (yaml) => {
      expect(faultsOf(draftEntry("a", { yaml }))).toEqual([
        like(/^a\/entry\.yaml:2: .*: put a space after the colon$/),
      ]);
    },
  );
});

it("every fault of every file is reported at once", () => {
  const a = draftEntry("a", { yaml: "kind: answer\nverified: today", body: "*x*\n\n[y](http://z)\n" });
  const b = draftEntry("b", { yaml: "kind: answer\nrelated: [c]", front: "short: ''\n" });
  const folder = writeFiles({ ...a, ...b, "pack.yaml": "home: c\n" });
  const places = [
    "a/en.md:6",
    "a/en.md:8",
    "a/entry.yaml:2",
    "a/vi.md",
    "b/en.md:5",
    "b/vi.md",
    "pack.yaml:1",
  ];
  expect(loadingFaults(folder, { languages: locales }).map((fault) => fault.split(": ")[0])).toEqual(places);
  expect(() => loadKnowledge(folder, { languages: locales })).toThrow(
    `The knowledge in ${folder} has 7 faults:\n`,
  );
});

it.each(["a/entry.yaml", "a/en.md"])("%s may hold anything: it loads or is a fault", (file) => {
  const marks = [
    "---\n",
    "title: x\n",
    "phrases:\n",
    "  - ",
    "kind: answer\n",
    "*a",
    "&a ",
    "!!set ",
    "{",
    "]",
    "? ",
  ];
  const pieces = fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 5 })));
  const content = fc.oneof(
    pieces.map((parts) => parts.join("")),
    fc.string({ unit: "binary" }),
  );
  const folder = writeFiles(a);
  fc.assert(
    fc.property(content, (written) => {
      writeFileSync(path.join(folder, file), written);
      expect(() => loadingFaults(folder, english)).not.toThrow();
    }),
    { numRuns: propertyRuns(30) },
  );
});
