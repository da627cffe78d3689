import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/lib/edit-distance.ts";
import { createRepairWords } from "../../src/matching/repair-words.ts";

const frequency = new Map([
  ...(
    ["password", "account", "phone", "lost", "lock", "broke", "chrome", "close", "verification"] as const
  ).map((word) => [word, 1] as const),
  ["mail", 5],
  ["mall", 2],
  ["mfa", 9],
  ["ec2", 3],
  ["token1234", 3],
]);
const repair = createRepairWords(frequency);
const vocabulary = [...frequency.keys()];

describe("a word that nobody uses", () => {
  it.each([
    ["a letter left out", "pasword", "password"],
    ["a letter too many", "acccount", "account"],
    ["a wrong letter", "phome", "phone"],
    ["two errors in a long word", "verifcatoin", "verification"],
    ["two errors in a word of eight", "paswordd", "password"],
  ])("%s is repaired", (_what, typed, meant) => {
    expect(repair([typed])).toEqual([meant]);
  });

  it("becomes the word used more often where two are as near", () => {
    expect(repair(["maul"])).toEqual(["mail"]);
  });

  it("becomes the nearer word even where another is used more often", () => {
    const near = createRepairWords(
      new Map([
        ["passcode", 1],
        ["passwords", 50],
      ]),
    );
    expect(near(["passcods"])).toEqual(["passcode"]);
  });

  it("is repaired up to 24 letters, and longer ones stay", () => {
    const long = createRepairWords(new Map([["a".repeat(24), 1]]));
    const [fits, tooLong] = [`${"a".repeat(23)}e`, `${"a".repeat(24)}e`];
    expect(long([fits, tooLong])).toEqual(["a".repeat(24), tooLong]);
  });

  it.each([
    ["with two errors in seven letters", "acuontt"],
    ["with three errors", "pxsswxrx"],
    ["that is like none", "lasagne"],
    ["of three letters", "mfs"],
    ["with a digit", "pasword1"],
    ["like a word with a digit", "tokn1234"],
    ["of another script", "пароль"],
  ])("%s stays", (_what, typed) => {
    expect(repair([typed])).toEqual([typed]);
  });
});

type Edit = (word: string, index: number) => string;
const edits: readonly (readonly [string, Edit])[] = [
  ["a letter replaced", (word, index) => `${word.slice(0, index)}q${word.slice(index + 1)}`],
  ["a letter put in", (word, index) => `${word.slice(0, index)}q${word.slice(index)}`],
  ["a letter left out", (word, index) => word.slice(0, index) + word.slice(index + 1)],
  [
    "two neighbours swapped",
    (word, index) =>
      word.slice(0, index) + (word[index + 1] ?? "") + (word[index] ?? "") + word.slice(index + 2),
  ],
];

it.each(edits)("a word with %s is repaired wherever that is", (_what, edit) => {
  const typos = vocabulary
    .filter((word) => /^[a-z]{4,}$/.test(word))
    .flatMap((word) => Array.from(word, (_, index) => edit(word, index)))
    .filter((typo) => typo.length >= 4 && !frequency.has(typo));
  const left = typos.filter((typo) => repair([typo]).some((word) => !frequency.has(word)));
  expect(left).toEqual([]);
});

it("a word is repaired also where many longer ones hold most of its letters", () => {
  const crowd = Array.from("abdefghijkmnpqrtuvwxyz", (letter) => [`proto${letter}cols`, `${letter}olsen`]);
  const words = [...crowd.flat(), "close"].map((word) => [word, 1] as const);
  expect(createRepairWords(new Map(words))(["colse"])).toEqual(["close"]);
});

describe("the words of a question", () => {
  it("that are known stay, also where another is near and used more often", () => {
    expect(repair(["mall", "lost", "ec2"])).toEqual(["mall", "lost", "ec2"]);
  });

  it("keep their number and order", () => {
    expect(repair(["my", "phnone", "is", "lots", "lasagne"])).toEqual([
      "my",
      "phone",
      "is",
      "lost",
      "lasagne",
    ]);
  });

  it("are looked up eight at most", () => {
    const typos = Array.from({ length: 9 }, () => "pasword");
    expect(repair(typos)).toEqual([...Array.from({ length: 8 }, () => "password"), "pasword"]);
  });

  it("are repaired alike in every question", () => {
    const typed = ["pasword", "acount", "lasagne"];
    expect(repair(typed)).toEqual(repair(typed));
  });

  it("any word stays or becomes a known one at most two edits away", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."acdehlmnoprstuw"), maxLength: 12 });
    const anyWord = fc.oneof(
      letters,
      fc.string({ unit: "binary" }),
      fc.constantFrom("pasword", "verificatoin"),
    );
    fc.assert(
      fc.property(fc.array(anyWord), (words) => {
        const repaired = repair(words);
        expect(repaired).toHaveLength(words.length);
        repaired.forEach((word, index) => {
          const typed = words[index] ?? "";
          if (word !== typed) expect(frequency.has(word)).toBe(true);
          expect(editDistance(word, typed)).toBeLessThanOrEqual(2);
        });
      }),
    );
  });

  it("nothing is repaired where nothing is known", () => {
    expect(createRepairWords(new Map())(["pasword"])).toEqual(["pasword"]);
  });
});
