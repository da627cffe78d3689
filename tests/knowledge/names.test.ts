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
const plain = draftEntry("a");

const load = (files: Files) => loadKnowledge(writeFiles({ ...plain, ...files }), english).names;

const faultsOf = (files: Files) => loadingFaults(writeFiles({ ...plain, ...files }), english);
const list = (means: string, names: string) => `means: ${means}\nnames: ${names}\n`;

describe("the names of a pack", () => {
  it("have the meaning of their list", () => {
    const { meanings } = load({
      "names/house.yaml": list("ours", "[door, key ring]"),
      "names/street.yaml": list("others", "[bus]"),
      "names/town.yaml": list("hint", "[bell]"),
      "names/tools.yaml": list("used", "[saw]"),
      "names/all.yaml": list("either", "[glove]"),
    });
    expect(Object.fromEntries(meanings)).toEqual({
      door: "ours",
      "key ring": "ours",
      bus: "others",
      bell: "hint",
      saw: "used",
      glove: "either",
    });
  });

  it("are folded, as the words of a question are", () => {
    const { meanings } = load({ "names/house.yaml": list("ours", '["Cửa SỔ", key-ring, sign.house]') });
    expect([...meanings.keys()]).toEqual(["cua so", "key ring", "sign house"]);
  });

  it("may lie in each pack, at any depth: all count", () => {
    const { meanings } = load({
      "one/names/a.yaml": list("ours", "[door]"),
      "two/deep/names/b.yaml": list("others", "[bus]"),
    });
    expect([...meanings]).toEqual([
      ["door", "ours"],
      ["bus", "others"],
    ]);
  });

  it("have places beside them, of each pack", () => {
    const { afterName, beforeName } = load({
      "one/names/places.yaml": "after-name: [street]\nbefore-name: [đường]\n",
      "two/names/places.yaml": "after-name: [town hall]\n",
    });
    expect([afterName, beforeName]).toEqual([["street", "town hall"], ["đường"]]);
  });

  it("may be missing, and so may their places", () => {
    const none = { meanings: new Map(), afterName: [], beforeName: [] };
    expect(load({})).toEqual(none);
    expect(load({ "names/places.yaml": "{}\n" })).toEqual(none);
  });

  it("may be none in a list", () => {
    expect(load({ "names/house.yaml": list("ours", "[]") }).meanings.size).toBe(0);
  });

  it("may be of 60 characters", () => {
    const longest = "x".repeat(40).padEnd(60, " x");
    expect(faultsOf({ "names/house.yaml": list("ours", `["${longest}"]`) })).toEqual([]);
  });

  it("are read from YAML files alone", () => {
    expect(load({ "names/notes.txt": "means: [" }).meanings.size).toBe(0);
  });
});

describe("a fault in a list of names", () => {
  const names = (...lines: readonly string[]) =>
    `means: ours\nnames:\n${lines.map((line) => `  - ${line}\n`).join("")}`;

  it.each([
    [
      "a meaning that is none",
      list("theirs", "[bus]"),
      1,
      "means: must be ours, hint, used, others or either",
    ],
    ["no meaning", "names: [bus]\n", 1, "means: must be ours, hint, used, others or either"],
    ["no names", "means: ours\n", 1, "names: write a list of names"],
    ["one name in the place of a list", list("ours", "door"), 2, "names: write a list of names"],
    ["a name without a word", names("door", '"!?"'), 4, "names.1: must hold a word"],
    ["a name of two lines", names('"key\\nring"'), 3, "names.0: must be one line"],
    ["a number", names("door", "365"), 4, "names.1: a name is text: put it in quotes"],
    ["a truth", names("true"), 3, "names.0: a name is text: put it in quotes"],
    ["a name of 61 characters", names("x".repeat(61)), 3, "names.0: a name is at most 60 characters"],
    ["a name twice", names("door", "bell", "door"), 5, '"door" stands twice: a name belongs to one list'],
    ["a name twice, but for case and accents", names("Cửa", "CUA"), 4, '"CUA" stands twice'],
    ["a name twice, but for hyphens", names("key-ring", "key ring"), 4, '"key ring" stands twice'],
    ["an unknown key", `${names("door")}mean: ours\n`, 4, '"mean"'],
    ["places in a list", `${names("door")}after-name: [street]\n`, 4, '"after-name"'],
    ["broken YAML", "means: ours\nnames: ]\n", 2, "Unexpected"],
  ])("is %s", (_what, yaml, line, words) => {
    const faults = faultsOf({ "names/house.yaml": yaml });
    expect(faults).toEqual([expect.stringContaining(words)]);
    expect(faults[0]?.split(": ")[0]).toBe(`names/house.yaml:${line}`);
  });

  it("is a name in two lists, with the file of the first", () => {
    const folder = writeFiles({
      ...plain,
      "names/house.yaml": list("ours", "[door]"),
      "names/street.yaml": list("others", "\n  - bus\n  - DOOR"),
    });
    expect(loadingFaults(folder, english)).toEqual([
      'names/street.yaml:4: "DOOR" stands twice, also in names/house.yaml: a name belongs to one list',
    ]);
  });

  it("is a name in the lists of two packs", () => {
    const files = {
      "one/names/house.yaml": list("ours", "[door]"),
      "two/names/house.yaml": list("ours", "[door]"),
    };
    expect(faultsOf(files)).toEqual([
      expect.stringMatching(/^two\/names\/house\.yaml:2: .*one\/names\/house\.yaml/),
    ]);
  });

  it("hides none in another list", () => {
    const files = { "names/a.yaml": list("theirs", "[bus]"), "names/b.yaml": list("ours", "['-']") };
    expect(faultsOf(files)).toEqual([
      expect.stringMatching(/^names\/a\.yaml:1: means/),
      expect.stringMatching(/^names\/b\.yaml:2: names\.0: must hold a word/),
    ]);
  });
});

describe("a fault in places.yaml", () => {
  it.each([
    ["an unknown key", "after-name: [street]\nafter: [road]\n", 2, '"after"'],
    ["a list without a key", "- street\n", 1, "expected object"],
    ["one word in the place of a list", "before-name: street\n", 1, "before-name: write a list of names"],
    ["a place without a word", "after-name:\n  - street\n  - '...'\n", 3, "after-name.1: must hold a word"],
    ["a number", "after-name: [12]\n", 1, "after-name.0: a name is text: put it in quotes"],
    ["a meaning", "means: ours\n", 1, '"means"'],
  ])("is %s", (_what, yaml, line, words) => {
    const faults = faultsOf({ "names/places.yaml": yaml });
    expect(faults).toEqual([expect.stringContaining(words)]);
    expect(faults[0]?.split(": ")[0]).toBe(`names/places.yaml:${line}`);
  });
});

it.each(["names/house.yaml", "names/places.yaml"])("%s may hold anything: it loads or is a fault", (file) => {
  const marks = ["means: ", "ours", "names:", "after-name: ", "\n  - ", "[", "]", "{", "? ", "*a", "!!set "];
  const pieces = fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 5 })));
  const folder = writeFiles({ ...plain, [file]: "" });
  fc.assert(
    fc.property(pieces, (parts) => {
      writeFileSync(path.join(folder, file), parts.join(""));
      for (const fault of loadingFaults(folder, english)) expect(fault).toMatch(/^names\/\w+\.yaml:\d+: /);
    }),
    { numRuns: propertyRuns(30) },
  );
});
