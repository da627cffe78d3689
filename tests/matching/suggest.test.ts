import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry, EntryText } from "../../src/knowledge/entry.ts";
import { createKnowledge } from "../../src/knowledge/knowledge.ts";
import { createSuggest } from "../../src/matching/suggest.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
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
  it.each(["", "   ", "?!", "🔑"])("%j gives the front page's options", (typed) => {
    expect(idsFor(typed)).toEqual(["window", "key"]);
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

  it("in a title comes before what is in a phrase, and what is elsewhere is left out beside it", () => {
    expect(idsFor("password")).toEqual(["password", "window"]);
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

  it.each([
    ["mat khau", "en"],
    ["mật khẩu", "en"],
    ["secret", "vi"],
  ] as const)("%s finds the password where the person reads %s", (typed, locale) => {
    expect(idsFor(typed, locale)[0]).toBe("password");
  });

  it("that is elsewhere is offered where nothing of ours fits", () => {
    expect(idsFor("boil ri")).toEqual(["cooking"]);
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

  it.each(["", "d", "door", "door number"])("%j gives seven", (typed) => {
    expect(ofMany(typed, "en")).toHaveLength(7);
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
        expect(given.length).toBeLessThanOrEqual(7);
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

describe("our own entries", () => {
  const ours = createSuggest(ourKnowledge);
  const found = (typed: string, locale: "en" | "vi") => ours(typed, locale).map(({ entry }) => entry);

  it.each(["en", "vi"] as const)(
    "a forgotten password finds passwords, and no orders of a shop (%s)",
    (locale) => {
      for (const typed of ["quen mat khau", "quên mật khẩu", "quen mat kha"]) {
        expect(found(typed, locale)[0]).toMatch(/password/);
        expect(found(typed, locale)).not.toContain("retail-order-question");
      }
      expect(found("forgot passw", locale)[0]).toMatch(/password/);
    },
  );

  it("what is none of ours finds nothing", () => {
    expect(found("xyzzy", "en")).toEqual([]);
  });

  it("nothing typed gives the topics of the front page", () => {
    const page = ourKnowledge.find(ourKnowledge.home ?? "");
    expect(found("", "vi")).toEqual(page?.kind === "choice" ? page.options.slice(0, 7) : []);
  });

  it("a phrase that is half typed leads to its entry, almost always", () => {
    const tried = ourKnowledge.entries.flatMap(({ id, text }) =>
      (["en", "vi"] as const).flatMap((locale) =>
        (text[locale]?.phrases ?? [])
          .filter((_, at) => at % 10 === 0)
          .map((phrase) => found(phrase.slice(0, Math.ceil(phrase.length * 0.6)), locale).includes(id)),
      ),
    );
    expect(tried.filter(Boolean).length / tried.length).toBeGreaterThan(0.97);
  });

  it("a long text takes no longer than one may wait while typing", () => {
    const long = `a i m t c s ${"mat khau dang nhap tai khoan ".repeat(1000)}`;
    ours(long, "en");
    const start = performance.now();
    for (let times = 0; times < 5; times += 1) ours(long, "en");
    expect((performance.now() - start) / 5).toBeLessThan(1000);
  });
});
