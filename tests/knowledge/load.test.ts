import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "../../src/answer/locale.ts";
import { formatFault, KnowledgeError } from "../../src/knowledge/fault.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { draftEntry, temporaryFolder, writeFiles } from "../temporary.ts";

type Files = Readonly<Record<string, string>>;
const english = { languages: ["en"] as const };
const load = (files: Files) => loadKnowledge(writeFiles(files), english);
const contentOf = (files: Files) => load(files).entries.map(({ folder: _folder, ...content }) => content);

/** The faults of a folder as lines, with paths as seen from it; none when it loads. */
function faultsIn(folder: string, options: Parameters<typeof loadKnowledge>[1] = english): readonly string[] {
  try {
    loadKnowledge(folder, options);
    return [];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.faults.map((fault) => formatFault(fault).replaceAll(`${folder}${path.sep}`, ""));
  }
}
const faultsOf = (files: Files) => faultsIn(writeFiles(files));
const like = (pattern: RegExp): string => expect.stringMatching(pattern);

const [a, b] = [draftEntry("a"), draftEntry("b")];
const answer = (yaml: string, id = "a") => draftEntry(id, { yaml: `kind: answer\n${yaml}` });
const front = (lines: string) => draftEntry("a", { front: lines });
const text = (en: string) => ({ ...a, "a/en.md": en });
const says = (body: string, title = "T") => draftEntry("a", { title, body });
const asks = (phrases: readonly string[], id = "a") => draftEntry(id, { phrases });
const under = (folder: string, files: Files) =>
  Object.fromEntries(Object.entries(files).map(([file, content]) => [`${folder}/${file}`, content]));

function choice(id: string, options: readonly string[], more = "") {
  const labels = options.map((option) => `  ${option}: To ${option}\n`).join("");
  return draftEntry(id, {
    yaml: `kind: choice\noptions: [${options}]\n${more}`,
    front: `options:\n${labels}`,
  });
}
const unlabelled = draftEntry("c", { yaml: "kind: choice\noptions: [a, b]", front: "options:\n  a: A\n" });
const administrator = "kind: answer\nescalate:\n  to: administrator";
const handsOver = (body: string) => draftEntry("a", { yaml: administrator, body });
const longId = "x".repeat(81);

describe("what loads", () => {
  it("an entry of a kind, a title and a phrase in one language is enough", () => {
    const folder = writeFiles({
      "a/entry.yaml": "kind: answer\n",
      "a/en.md": "---\ntitle: T\nphrases: [help]\n---\n",
    });
    const empty = { body: [], stillStuck: [], message: "", administrator: [], options: {} };
    const en = { title: "T", short: "T", phrases: ["help"], ...empty };
    const entry = { id: "a", folder: path.join(folder, "a"), kind: "answer", text: { en } };
    expect(loadKnowledge(folder, english)).toMatchObject({
      languages: ["en"],
      entries: [{ ...entry, source: [], related: [], formerly: [] }],
    });
  });

  it("a renamed entry is found by each id it had", () => {
    const { find } = load(answer("formerly: [old, older]", "new"));
    expect(["new", "old", "older"].map((id) => find(id)?.id)).toEqual(["new", "new", "new"]);
  });

  it("an id that no entry has finds nothing", () => {
    expect(load(a).find("b")).toBeUndefined();
  });

  it("an entry may be named by the id it had before", () => {
    expect(faultsOf({ ...answer("formerly: [old]"), ...answer("related: [old]", "b") })).toEqual([]);
  });

  it("a pack in folders of any depth loads, with the front page it names", () => {
    const pack = { ...a, ...b, ...choice("c", ["a", "b"]), "pack.yaml": "home: c\nperson: a\n" };
    const { entries, home, person } = load(under("packs/deep", pack));
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

  it("an id of 81 characters fits into every button", () => {
    expect(faultsOf(draftEntry(longId))).toEqual([]);
  });

  it("an answer of 2,500 characters with its title fits", () => {
    expect(faultsOf(says("x".repeat(2499)))).toEqual([]);
  });

  it("an entry may use one phrase in both its languages", () => {
    expect(faultsIn(writeFiles({ ...a, "a/vi.md": a["a/en.md"] ?? "" }), {})).toEqual([]);
  });
});

describe("what is a fault", () => {
  const loop = "b/entry.yaml:2: options: a circle of choices: b > c > b";
  const tooLong = "characters; at most 2500";
  const begin = "begin with a line ---, then title and phrases, then a line ---";
  const handOver = "a/en.md:2: the entry escalates to the administrator: write the";
  const table: readonly (readonly [string, Files, string])[] = [
    ["no text", { "a/entry.yaml": "kind: answer\n" }, like(/^a\/en\.md: missing: /)],
    ["an unknown related entry", answer("related:\n  - c"), 'a/entry.yaml:3: related: there is no entry "c"'],
    ["an unknown entry to refine", answer("refines: c"), 'a/entry.yaml:2: refines: there is no entry "c"'],
    ["an unknown option", { ...a, ...choice("b", ["a", "c"]) }, like(/^b\/entry\.yaml:2: options: .*"c"/)],
    ["a tie to itself", answer("related: [a]"), "a/entry.yaml:2: related: names the entry itself"],
    ["a circle of choices", { ...a, ...choice("b", ["a", "c"]), ...choice("c", ["b", "a"]) }, loop],
    [
      "a circle of choices by a former id",
      { ...a, ...choice("b", ["a", "d"]), ...choice("c", ["b", "a"], "formerly: [d]") },
      loop,
    ],
    ["an option without a label", { ...a, ...b, ...unlabelled }, 'c/en.md:6: options: give "b" a label'],
    [
      "a label without option",
      front("options:\n  b: B\n"),
      'a/en.md:6: options: "b" is no option in entry.yaml',
    ],
    ["unsupported Markdown", says("1. One.\n2. *Two.*\n"), like(/^a\/en\.md:7: .*emphasis/)],
    [
      "a phrase of two",
      { ...a, ...asks(["A Phrase, of A!"], "b") },
      like(/^b\/en\.md:4: .* a\/en\.md already/),
    ],
    [
      "a phrase given twice",
      asks(["help", "Help?"]),
      'a/en.md:5: phrases: "Help?" stands in a/en.md already',
    ],
    [
      "an id too long for a token",
      draftEntry(`${longId}y`),
      like(/^x+y\/entry\.yaml:1: .* 1 characters too long/),
    ],
    [
      "an id with a space",
      draftEntry("a b"),
      "a b: an id has no space, dot, slash or colon: rename the folder",
    ],
    ["an id that a token reads as no entry", draftEntry("-"), like(/^-: an id /)],
    ["a long answer", says("x".repeat(2500)), `a/en.md:2: the answer has 2501 ${tooLong}`],
    [
      "a long rest",
      says(`## Still stuck\n${"x".repeat(2500)}`),
      `a/en.md:2: ## Still stuck has 2501 ${tooLong}`,
    ],
    ["broken YAML", answer("verified: 2026-11-20\nrelated: ]"), like(/^a\/entry\.yaml:3: /)],
    ["broken YAML above a text", front("short: a: b\n"), like(/^a\/en\.md:5: /)],
    ["a star that YAML takes for an alias", front("short: *now*\n"), like(/^a\/en\.md:5: .*now/)],
    [
      "aliases that swell",
      answer(`related: &x [${"y,".repeat(99)}]\nformerly: [${"*x,".repeat(99)}]`),
      like(/^a\//),
    ],
    ["an unknown key", answer("related: []\ncolour: red"), like(/^a\/entry\.yaml:3: .*colour/)],
    ["an unknown key above a text", front("colour: red\n"), like(/^a\/en\.md:5: .*colour/)],
    ["a key given twice", answer("kind: answer"), "a/entry.yaml:2: Map keys must be unique"],
    ["no kind", draftEntry("a", { yaml: "related: []" }), like(/^a\/entry\.yaml:1: kind: .*'answer'/)],
    ["no title", text("---\nphrases: [help]\n---\n"), like(/^a\/en\.md:2: title: /)],
    ["no phrases", text("---\ntitle: T\nphrases: []\n---\n"), "a/en.md:3: phrases: give at least one phrase"],
    ["no front matter", text("1. Do it.\n"), `a/en.md:1: ${begin}`],
    ["no such day", answer("verified: 2026-02-30"), "a/entry.yaml:2: verified: write the date as 2026-11-20"],
    ["no message to hand over", handsOver("## Administrator\nDo.\n"), `${handOver} message under ## Message`],
    ["no steps to hand over", handsOver("## Message\nHi.\n"), `${handOver} steps under ## Administrator`],
    [
      "a former id in use",
      { ...a, ...answer("formerly: [a]", "b") },
      like(/^b\/entry\.yaml:2: the id "a" belongs/),
    ],
    [
      "an id given twice",
      { ...a, ...under("z", asks(["x"])) },
      like(/^z\/a\/entry\.yaml:1: the id "a" belongs to a /),
    ],
    [
      "a home that is no choice",
      { ...a, "pack.yaml": "home: a\n" },
      'pack.yaml:1: home: there is no choice "a"',
    ],
    ["an unknown person", { ...a, "pack.yaml": "\nperson: b" }, 'pack.yaml:2: person: there is no entry "b"'],
    [
      "an unknown key of a pack",
      { ...a, "pack.yaml": "person: a\nhouse: a" },
      like(/^pack\.yaml:2: .*house/),
    ],
  ];

  it.each(table)("%s", (_what, files, fault) => {
    expect(faultsOf(files)).toEqual([fault]);
  });

  it("no folder, with the setting that names it", () => {
    expect(faultsIn(path.join(temporaryFolder(), "none"))).toEqual([
      like(/no such folder: set KNOWLEDGE_DIR/),
    ]);
  });

  it("a file in the place of the folder", () => {
    expect(faultsIn(path.join(writeFiles(a), "a/en.md"))).toEqual([
      like(/no such folder: set KNOWLEDGE_DIR/),
    ]);
  });

  it("a folder without entries", () => {
    expect(faultsIn(temporaryFolder())).toEqual([like(/no entries: an entry is a folder/)]);
  });

  it("an entry that cannot be read is not also reported missing where others name it", () => {
    const files = { ...answer("related: ]"), ...answer("related: [a]", "b") };
    expect(faultsOf(files)).toEqual([like(/^a\/entry\.yaml:2: /)]);
  });
});

it("every fault of every file is reported at once", () => {
  const a = draftEntry("a", { yaml: "kind: answer\nverified: today", body: "*x*\n\n[y](http://z)\n" });
  const b = draftEntry("b", { yaml: "kind: answer\nrelated: [c]", front: "short: ''\n" });
  const folder = writeFiles({ ...a, ...b, "pack.yaml": "home: c\n" });
  const places = [
    "a/entry.yaml:2",
    "a/en.md:6",
    "a/en.md:8",
    "a/vi.md",
    "b/en.md:5",
    "b/vi.md",
    "pack.yaml:1",
  ];
  expect(faultsIn(folder, {}).map((fault) => fault.split(": ")[0])).toEqual(places);
  expect(() => loadKnowledge(folder)).toThrow(`The knowledge in ${folder} has 7 faults:\n`);
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
      expect(() => faultsIn(folder)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
