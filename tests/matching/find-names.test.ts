import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NameMeaning, type Names, noNames } from "../../src/knowledge/names.ts";
import { toWords } from "../../src/lib/normalise.ts";
import { createFindNames } from "../../src/matching/find-names.ts";
import { namingNothing } from "../support/naming-nothing.ts";

const meanings: readonly (readonly [string, NameMeaning])[] = [
  ["aws", "ours"],
  ["root user", "ours"],
  ["tai khoan aws", "ours"],
  ["root", "hint"],
  ["console", "hint"],
  ["s3", "used"],
  ["azure", "others"],
  ["play console", "others"],
  ["azure ad", "either"],
  ["azure ad connect", "others"],
];
const names: Names = {
  meanings: new Map(meanings),
  afterName: ["portal", "Sign-in page", "account"],
  beforeName: ["cổng", "cổng thông tin", "tài khoản của", "app"],
};
const finder = createFindNames(names);
const known = new Set(toWords("my the is in to của quên mật khẩu help server blackberry"));
const find = (text: string) => finder.find(toWords(text), (word) => known.has(word));
const positionsOf = (text: string) =>
  finder.positions(toWords(text)).map(({ name, start, length }) => [name, start, length]);

describe("the names in a text", () => {
  it("are told apart by what they mean", () => {
    expect(find("aws console, s3 and azure")).toMatchObject({
      ours: ["aws"],
      hint: ["console"],
      used: ["s3"],
      others: ["azure"],
    });
  });

  it("that could be anybody's are in no list", () => {
    expect(find("azure ad")).toEqual(namingNothing);
  });

  it.each([
    ["a longer one of another list", "root user", { ours: ["root user"], hint: [] }],
    ["the longest of three", "azure ad connect", { others: ["azure ad connect"] }],
    [
      "one of several words that ends in a shorter one",
      "play console",
      { others: ["play console"], hint: [] },
    ],
    ["a shorter one where the longer is not whole", "root users", { ours: [], hint: ["root"] }],
  ])("are the longest first: %s", (_what, text, found) => {
    expect(find(text)).toMatchObject(found);
  });

  it("are found whatever their case and accents", () => {
    expect(find("TÀI KHOẢN AWS")).toMatchObject({ ours: ["tai khoan aws"] });
    expect(find("tai khoan aws")).toMatchObject({ ours: ["tai khoan aws"] });
  });

  it("are found across what stands between words", () => {
    expect(find("root-user")).toMatchObject({ ours: ["root user"], hint: [] });
  });

  it("are whole words", () => {
    expect(find("awsome consoles")).toMatchObject({ ours: [], hint: [] });
  });

  it("are each named once, in the order in which they stand", () => {
    expect(find("root user of aws, AWS root user")).toMatchObject({ ours: ["root user", "aws"] });
  });

  it("have a position for every time they stand there", () => {
    expect(positionsOf("my root user is the root of aws")).toEqual([
      ["root user", 1, 2],
      ["root", 5, 1],
      ["aws", 7, 1],
    ]);
  });

  it("are none in a pack that lists none", () => {
    const { find: findNone, positions } = createFindNames(noNames);
    expect(findNone(toWords("the Blorbo portal of aws"), () => false)).toEqual(namingNothing);
    expect(positions(["aws"])).toEqual([]);
  });
});

describe("a word that nobody knows", () => {
  it.each([
    ["before a word of place, as in English", "my Blorbo portal", ["blorbo"]],
    ["before a place of several words", "the Blorbo sign-in page", ["blorbo"]],
    ["behind a word of place, as in Vietnamese", "cổng Blorbo", ["blorbo"]],
    ["behind one without accents", "cong Blorbo", ["blorbo"]],
    ["behind the longer of two places", "cổng thông tin Blorbo", ["blorbo"]],
    ["behind a place of several words", "tài khoản của Blorbo", ["blorbo"]],
    ["in two places at once", "app Blorbo portal", ["blorbo"]],
    ["beside each of two places", "Blorbo portal, Zixnet account", ["blorbo", "zixnet"]],
    ["that stands there twice", "Blorbo portal? BLORBO account!", ["blorbo"]],
  ])("%s is a name", (_what, text, unknown) => {
    expect(find(text).unknown).toEqual(unknown);
  });

  it.each([
    ["away from words of place", "my blorbo is in the portal"],
    ["behind a word of the English order", "portal blorbo"],
    ["before a word of the Vietnamese order", "blorbo cổng"],
    ["of two letters", "ab portal"],
    ["at the very end", "portal"],
  ])("%s is none", (_what, text) => {
    expect(find(text).unknown).toEqual([]);
  });

  it.each([
    ["a word that is known", "blackberry portal, cổng server"],
    ["a number", "2024 portal"],
    ["an account id", "account 123456789012 portal"],
    ["a listed name", "azure portal, cổng s3"],
    ["a listed name that could be anybody's", "azure ad portal"],
    ["the last word of a listed name", "play console portal"],
  ])("is not %s", (_what, text) => {
    expect(find(text).unknown).toEqual([]);
  });
});

describe("any words", () => {
  const listed = [...names.meanings.keys(), ...names.afterName, ...names.beforeName].join(" ");
  const word = fc.oneof(
    fc.constantFrom(...listed.split(" "), "Blorbo", "help", "#", "12"),
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom("constructor", "__proto__", "toString", ""),
  );
  const anyWords = fc.array(word, { maxLength: 40 });
  const anyText = anyWords.map((parts) => parts.join(" "));

  it("have positions that lie within them and never overlap", () => {
    fc.assert(
      fc.property(fc.oneof(anyWords, anyText.map(toWords)), (words) => {
        let end = 0;
        for (const { name, start, length } of finder.positions(words)) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect(words.slice(start, start + length).join(" ")).toBe(name);
          end = start + length;
        }
        expect(end).toBeLessThanOrEqual(words.length);
      }),
    );
  });

  it("give each name once, with its own meaning, and no unknown name that is known", () => {
    fc.assert(
      fc.property(fc.oneof(anyWords, anyText.map(toWords)), (words) => {
        const { unknown, ...byMeaning } = finder.find(words, (one) => known.has(one));
        for (const [means, found] of Object.entries(byMeaning)) {
          expect(new Set(found).size).toBe(found.length);
          for (const name of found) expect(names.meanings.get(name)).toBe(means);
        }
        expect(new Set(unknown).size).toBe(unknown.length);
        for (const name of unknown) {
          expect(words).toContain(name);
          expect(known.has(name)).toBe(false);
        }
      }),
    );
  });
});
