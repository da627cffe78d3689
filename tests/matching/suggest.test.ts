import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry, EntryText } from "../../src/knowledge/entry.ts";
import { createKnowledge } from "../../src/knowledge/knowledge.ts";
import { createSuggest } from "../../src/matching/suggest.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { answerWith, choiceWith, elsewhereWith, knowing, textWith } from "../support/small-entries.ts";

const inBoth = (entry: Entry, en: EntryText, vi: EntryText): Entry => ({ ...entry, text: { en, vi } });
const entries = [
  inBoth(
    elsewhereWith("cooking", []),
    textWith("A password for the kitchen", ["how long to boil rice"]),
    textWith("Nấu ăn", ["nấu cơm bao lâu"]),
  ),
  inBoth(
    answerWith("key", []),
    textWith("The key is lost", ["mfa token missing", "cannot open the door"]),
    textWith("Mất chìa khóa", ["không mở được cửa"]),
  ),
  inBoth(
    answerWith("window", []),
    textWith("The window is stuck", ["glass is jammed", "the password of the alarm"]),
    textWith("Cửa sổ bị kẹt", ["kính không nhúc nhích"]),
  ),
  inBoth(
    answerWith("password", []),
    textWith("Password forgotten", ["i cannot remember the secret word"]),
    textWith("Quên mật khẩu", ["không nhớ mật khẩu"]),
  ),
  inBoth(
    choiceWith("home", ["window", "key"], []),
    textWith("What is it about?", ["help"]),
    textWith("Về việc gì?", ["giúp"]),
  ),
];
const suggest = createSuggest(createKnowledge({ entries, languages: ["en", "vi"], home: "home" }));
const idsFor = (typed: string, locale: "en" | "vi" = "en") =>
  suggest(typed, locale).map(({ entry }) => entry);

describe("nothing typed yet", () => {
  it.each(["", "   ", "?!", "🔑"])("%j gives the front page's options first, then the rest", (typed) => {
    expect(idsFor(typed)).toEqual(["window", "key", "cooking", "password"]);
  });

  it("gives all in their order where no front page is named", () => {
    const plain = createSuggest(knowing([answerWith("b", ["x"]), answerWith("a", ["y"])]));
    expect(plain("", "en").map(({ entry }) => entry)).toEqual(["b", "a"]);
  });

  it("gives titles in the person's language", () => {
    expect(suggest("", "vi")[0]).toEqual({ entry: "window", title: "Cửa sổ bị kẹt" });
  });

  it("gives nothing where there is no entry", () => {
    expect(createSuggest(knowing([]))("", "en")).toEqual([]);
  });
});

describe("what is typed", () => {
  it.each([
    ["m", "key"],
    ["mf", "key"],
    ["mfa", "key"],
    ["mfa tok", "key"],
    ["win", "window"],
    ["jammed gl", "window"],
    ["WINDOW!", "window"],
    ["secret", "password"],
  ])("%s, a beginning of what an entry says, finds %s first", (typed, entry) => {
    expect(idsFor(typed)[0]).toBe(entry);
  });

  it.each([
    ["pasword", "password"],
    ["pssword", "password"],
    ["passwort", "password"],
    ["wndow", "window"],
    ["wnidow stuck", "window"],
    ["secrte word", "password"],
  ])("%s, with a typo, finds %s first", (typed, entry) => {
    expect(idsFor(typed)[0]).toBe(entry);
  });

  // A word whose first four letters some word has is not repaired, and two swapped letters are too far for fuse.js.
  it("passwrod, with a swap after the fourth letter, finds the password", () => {
    expect(idsFor("passwrod")[0]).toBe("password");
  });

  it("in a title comes before what is in a phrase, and elsewhere comes last", () => {
    expect(idsFor("password")).toEqual(["password", "window", "cooking"]);
  });

  it.each([
    ["mật khẩu", "password"],
    ["mat khau", "password"],
    ["chia khoa", "key"],
    ["cua so", "window"],
  ])("%s finds %s in Vietnamese", (typed, entry) => {
    expect(idsFor(typed, "vi")[0]).toBe(entry);
  });

  it("gives titles in the person's language", () => {
    expect(suggest("mat khau", "vi")[0]?.title).toBe("Quên mật khẩu");
  });

  it("for the front page finds it", () => {
    expect(idsFor("help")).toEqual(["home"]);
  });

  it("that nothing is like finds nothing", () => {
    expect(idsFor("zzzz")).toEqual([]);
  });

  it("is read as English where the knowledge has no other language", () => {
    const english = createSuggest(knowing([answerWith("key", ["the door is shut"])]));
    expect(english("door", "vi")).toEqual([{ entry: "key", title: "key" }]);
  });

  it("is looked at for 12 words", () => {
    const start = "zzzz ".repeat(12);
    expect(idsFor(`${start}window`)).toEqual(idsFor(start));
    expect(idsFor(`${"zzzz ".repeat(11)}window`)).toEqual(["window"]);
  });

  it("is looked at for 500 characters", () => {
    expect(idsFor(`zzzz${" ".repeat(496)}window`)).toEqual([]);
  });
});

describe("of 60 entries", () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    answerWith(`door-${index}`, [`door number ${index}`]),
  );
  const ofMany = createSuggest(knowing(many));

  it.each(["", "d", "door", "door number"])("%j gives 25", (typed) => {
    expect(ofMany(typed, "en")).toHaveLength(25);
  });

  it("the one that is named is the first", () => {
    expect(ofMany("door number 57", "en")[0]?.entry).toBe("door-57");
  });
});

describe("anything at all", () => {
  const words = fc.constantFrom(
    "password",
    "pass",
    "m",
    "the",
    "windwo",
    "constructor",
    "__proto__",
    "mật",
    "🔑",
  );
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join(" ")),
    fc.constantFrom("x".repeat(100_000), "a ".repeat(50_000), "\ud800", "\"^=!|'$", "password | !window"),
  );

  it("gives entries that are there, each once, with their titles", () => {
    const titles = new Map(entries.map((entry) => [entry.id, entry.text]));
    fc.assert(
      fc.property(typed, fc.constantFrom("en" as const, "vi" as const), (text, locale) => {
        const given = suggest(text, locale);
        expect(new Set(given.map(({ entry }) => entry)).size).toBe(given.length);
        for (const { entry, title } of given) expect(title).toBe(titles.get(entry)?.[locale]?.title);
      }),
      { numRuns: propertyRuns(60) },
    );
  });

  it("gives the same again", () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(idsFor(text)).toEqual(idsFor(text));
      }),
    );
  });
});
