import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkKnowledge } from "../../cli/check-knowledge.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { draftEntry, temporaryFolder, writeFiles } from "../support/temporary.ts";
import { runHere, runProgram } from "./command.ts";

interface Draft {
  readonly kind?: "answer" | "elsewhere";
  readonly verified?: string;
  readonly phrases: readonly string[];
}

const root = path.join(import.meta.dirname, "..", "..");
const today = new Date().toISOString().slice(0, 10);
const source = "source: [{ name: A guide, url: https://example.com/guide }]";

/** An entry with all that our own pack must have. */
function entry(id: string, { kind = "answer", verified = today, phrases }: Draft) {
  return draftEntry(id, {
    yaml: `kind: ${kind}\n${source}\nverified: ${verified}`,
    phrases,
    body: "1. Do it.\n\n## Still stuck\nCheck this.\n",
  });
}

/** 56 phrases that share two words of three at most. */
const key = threesOf("key lock door lost stolen spare pocket bent");
const window = threesOf("window frame glass jammed handle swollen hinge pane");
const lamp = threesOf("lamp bulb dark flicker switch cable socket shade");

function threesOf(words: string): readonly string[] {
  return words
    .split(" ")
    .flatMap((one, index, all) =>
      all
        .slice(index + 1)
        .flatMap((two, after) => all.slice(index + after + 2).map((three) => `${one} ${two} ${three}`)),
    );
}

const clean = {
  ...entry("lost-key", { phrases: key.slice(0, 40) }),
  ...entry("stuck-window", { phrases: window.slice(0, 40) }),
};

type Files = Readonly<Record<string, string>>;

/** Checks a pack in this process. */
function check(files: Files, ...given: readonly string[]) {
  return runHere(checkKnowledge, prepare(files, given));
}

/** The same as a program of its own. */
function checkAsProgram(files: Files, ...given: readonly string[]) {
  return runProgram("check-knowledge", prepare(files, given));
}

function prepare(files: Files, given: readonly string[]) {
  const folders = { knowledgeFolder: writeFiles(files), dataFolder: temporaryFolder() };
  keepLearned(folders);
  return {
    arguments: given,
    environment: { KNOWLEDGE_DIR: folders.knowledgeFolder, DATA_DIR: folders.dataFolder },
  };
}

describe("check:knowledge of a pack without faults", () => {
  it("prints the counts and nothing else, also when it is strict", async () => {
    expect(await checkAsProgram(clean, "--strict")).toEqual({
      code: 0,
      stdout: [
        "entries:  2 (2 answer, 0 choice, 0 elsewhere)",
        "phrases:  80 en (at least 40 an entry), 0 vi (at least 0 an entry)",
        `verified: oldest ${today}\n`,
      ].join("\n"),
      stderr: "",
    });
  });

  it("names the oldest date, and warns of it with the days that have passed", async () => {
    const { code, stdout, stderr } = await check({
      ...clean,
      ...entry("stuck-window", { phrases: window.slice(0, 40), verified: "2020-02-29" }),
    });
    expect(code).toBe(0);
    expect(stdout).toContain("verified: oldest 2020-02-29");
    expect(stderr).toMatch(/^warning: .*stuck-window\/entry\.yaml: verified \d{4,} days ago: hold the entry/);
  });

  it("warns of few phrases, for each kind of entry by its own measure", async () => {
    const { code, stderr } = await check({
      ...entry("lost-key", { phrases: key.slice(0, 39) }),
      ...entry("stuck-window", { phrases: window.slice(0, 20), kind: "elsewhere" }),
      ...entry("dark-lamp", { phrases: lamp.slice(0, 19), kind: "elsewhere" }),
    });
    expect(code).toBe(0);
    expect(stderr.match(/^warning: .*phrases: \d+.*$/gm)).toEqual([
      expect.stringMatching(/dark-lamp\/en\.md: phrases: 19, better are at least 20/),
      expect.stringMatching(/lost-key\/en\.md: phrases: 39, better are at least 40/),
    ]);
  });

  it("warns of a language that is only begun, in its file", async () => {
    const english = readFileSync(path.join(root, "knowledge/languages/en.yaml"), "utf8");
    const begun = english
      .replace("name: English", "name: Español")
      .replace("lendsWords: true", "lendsWords: false")
      .replace(/^date: .*$/m, "")
      .replace(/language: english.*$/m, "language: español");
    const { code, stderr } = await check({ ...clean, "languages/es.yaml": begun });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^warning: .*languages\/es\.yaml: \d+ sentences are still as in en\.yaml: /m);
  });

  it("exits with 1 for a warning when it is strict", async () => {
    const old = { ...clean, ...entry("lost-key", { phrases: key.slice(0, 40), verified: "2020-02-29" }) };
    const { code, stdout, stderr } = await checkAsProgram(old, "--strict");
    expect(code).toBe(1);
    expect(stdout).toContain("entries:  2");
    expect(stderr).toMatch(/--strict: 1 warnings\n$/);
  });
});

describe("check:knowledge --links", () => {
  const page = "https://example.com/page";
  const withLinks = {
    ...draftEntry("lost-key", {
      yaml: [
        "kind: answer",
        "source: [{ name: A guide, url: https://example.com/guide }, { name: A page, url: https://example.com/page }]",
        "verified: 2026-11-20",
        "escalate: { to: administrator }",
      ].join("\n"),
      phrases: key.slice(0, 40),
      body: `1. See [this](https://example.com/step).\n\n## Still stuck\nSee [that](${page}).\n\n## Message\nHello: https://example.com/message\n\n## Administrator\n1. Open [it](https://example.com/console).\n`,
    }),
    ...draftEntry("stuck-window", {
      yaml: `kind: elsewhere\nsource: [{ name: A page, url: ${page} }]\nverified: 2026-11-25\nescalate: { to: link, url: https://example.com/help }`,
      phrases: window.slice(0, 40),
      body: "It is not here.\n",
    }),
  };

  it("lists every address of the entries once, the longest unchecked first, with the day of its last check", async () => {
    const { code, stdout } = await check(withLinks, "--links");
    expect(code).toBe(0);
    expect(stdout.split("\n").filter((line) => line.includes("example.com"))).toEqual([
      "2026-11-20  https://example.com/console  (lost-key)",
      "2026-11-20  https://example.com/guide  (lost-key)",
      "2026-11-20  https://example.com/message  (lost-key)",
      "2026-11-20  https://example.com/step  (lost-key)",
      "2026-11-25  https://example.com/help  (stuck-window)",
      `2026-11-25  ${page}  (lost-key, stuck-window)`,
    ]);
  });

  it("lists the addresses in the bot's own sentences before them, without a day", async () => {
    const { stdout } = await check(withLinks, "--links");
    const links = stdout.split("\n").filter((line) => line.includes("  ("));
    const undated = links.filter((line) => line.startsWith("undated"));
    expect(undated.length).toBeGreaterThan(0);
    expect(links.slice(0, undated.length)).toEqual(undated);
    expect(undated.filter((line) => !/^undated {5}https:\/\/\S+ {2}\(en, vi\)$/.test(line))).toEqual([]);
  });

  it("lists none where nobody asks", async () => {
    expect((await check(withLinks)).stdout).not.toContain("https://");
  });
});

describe("check:knowledge of phrases in the wrong entry", () => {
  const astray = {
    ...entry("lost-key", { phrases: key.slice(1, 41) }),
    ...entry("stuck-window", { phrases: [...window.slice(0, 40), ...key.slice(0, 1)] }),
  };
  /** Twelve entries, each with a phrase that belongs to another one. */
  const manyAstray = {
    ...entry("lost-key", { phrases: key.slice(12) }),
    ...Object.fromEntries(
      ["bal", "cor", "dem", "fug", "gip", "hov", "jat", "kul", "lim", "nes", "pov", "rix"].flatMap(
        (name, index) => {
          const own = threesOf(`${name}aro ${name}eni ${name}ilo ${name}otu ${name}umba ${name}ysk`);
          const phrases = [...own.slice(0, 20), ...key.slice(index, index + 1)];
          return Object.entries(entry(name, { phrases }));
        },
      ),
    ),
  };
  const named = /^warning: .*\/en\.md: ".*" would be answered with lost-key$/gm;

  it("names the phrase, where it stands, and where it would go", async () => {
    const { code, stderr } = await check(astray);
    expect(code).toBe(0);
    expect(stderr).toMatch(/stuck-window\/en\.md: "key lock door" would be answered with lost-key$/m);
    expect(stderr).toContain("1 phrases would be answered with another entry if they were not there.");
  });

  it("shows the surest ten, and how many there are and how to see them all", async () => {
    const { stderr } = await check(manyAstray);
    expect(stderr.match(named)).toHaveLength(10);
    expect(stderr).toMatch(/1[12] phrases would be .*, the surest 10 above; all with --all\./);
  });

  it("shows every one with --all", async () => {
    const { stderr } = await check(manyAstray, "--all");
    const [, count] = /(\d+) phrases would be/.exec(stderr) ?? [];
    expect(Number(count)).toBeGreaterThan(10);
    expect(stderr.match(named)).toHaveLength(Number(count));
    expect(stderr).not.toContain("--all");
  });

  it("is no reason to fail, also when it is strict", async () => {
    expect((await check(astray, "--strict")).code).toBe(0);
  });
});

describe("check:knowledge of a pack with faults", () => {
  it("lists each with its file and exits with 1, without the counts", async () => {
    const { code, stdout, stderr } = await check({
      ...entry("lost-key", { phrases: key.slice(0, 14) }),
      ...draftEntry("stuck-window", { phrases: window.slice(0, 40) }),
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/has 4 faults:/);
    expect(stderr).toMatch(/lost-key\/en\.md: phrases: 14, needed are at least 15/);
    expect(stderr).toMatch(/stuck-window\/entry\.yaml: source: name the pages/);
    expect(stderr).toMatch(/stuck-window\/entry\.yaml: verified: give the date/);
    expect(stderr).toMatch(/stuck-window\/en\.md: write under ## Still stuck/);
  });

  it("names the files as somebody in the folder would open them", async () => {
    const files = {
      "own/a/entry.yaml": "kind: answer\n",
      "own/a/en.md": "---\ntitle: T\nphrases: [help, me]\n---\n",
      "own/b/entry.yaml": "kind: answer\n",
      "own/b/en.md": "---\ntitle: T\nphrases: [help]\n---\n",
    };
    const folder = realpathSync(writeFiles(files));
    const from = (place: string) =>
      runProgram("check-knowledge", {
        folder: path.join(folder, place),
        environment: { KNOWLEDGE_DIR: path.join(folder, "own") },
      });
    const fault = 'b/en.md:3: phrases: "help" stands in';
    const { stderr } = await from(".");
    expect(stderr).toMatch(/^The knowledge in own has 9 faults:\n {2}own\/a\/en\.md: phrases: 2, needed/);
    expect(stderr).toContain(`\n  own/${fault} own/a/en.md already\n`);
    expect((await from("own")).stderr).toContain(`\n  ${fault} a/en.md already\n`);
    expect((await from("own/a")).stderr).toContain(`  ${folder}/own/${fault} ${folder}/own/a/en.md already`);
  });

  it("says that an option is none", async () => {
    const { code, stderr } = await check(clean, "--srict");
    expect(code).toBe(2);
    expect(stderr).toContain("there is no option --srict: did you mean --strict?");
    expect(stderr).not.toContain("    at ");
  });
});
