import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toWords } from "../../src/lib/normalise.ts";
import { createExpressions } from "../../src/matching/expressions.ts";
import { toClauses, toSentences, truncateMessage } from "../../src/matching/sentences.ts";

describe("dividing a message", () => {
  it.each([
    ["nothing has no sentences", "", []],
    ["a few words are one sentence", "i lost my phone", ["i lost my phone"]],
    ["a point ends a sentence", "Hi there. I lost my phone.", ["Hi there.", "I lost my phone."]],
    ["so do other ends", "Help! Why? Well… yes", ["Help!", "Why?", "Well…", "yes"]],
    ["a semicolon ends one too", "no phone; no email", ["no phone", "no email"]],
    ["a line is a sentence", "Hi\n\n\nno phone\n", ["Hi", "no phone"]],
    ["a line of Windows is a sentence", "Hi\r\nno phone", ["Hi", "no phone"]],
    [
      "a point within a word or number ends nothing",
      "aws.amazon.com takes 2.5 s",
      ["aws.amazon.com takes 2.5 s"],
    ],
    ["what has no words is left out", "Hi. !!! 🔑\n---\nno phone", ["Hi.", "no phone"]],
  ])("%s", (_fact, text, sentences) => {
    expect(toSentences(text)).toEqual(sentences);
  });

  it("30 sentences stay apart", () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    expect(toSentences(lines.join("\n"))).toEqual(lines);
  });

  it("31 sentences are joined in pairs, in their order", () => {
    const lines = Array.from({ length: 31 }, (_, index) => `line ${index}`);
    const sentences = toSentences(lines.join("\n"));
    expect([sentences.length, sentences[0], sentences[15]]).toEqual([16, "line 0 line 1", "line 30"]);
  });

  it("any message gives at most 30 sentences, each with a letter or digit", () => {
    const pieces = fc.constantFrom("a", "b2", ". ", "! ", "\n", "; ", "…", "🔑", "\ud83d", "\u202e");
    const message = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 4 })), {
      size: "large",
    });
    fc.assert(
      fc.property(message, (parts) => {
        const sentences = toSentences(parts.join(""));
        expect(sentences.length).toBeLessThanOrEqual(30);
        for (const sentence of sentences) expect(sentence).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it("no word is lost or added", () => {
    const piece = fc.constantFrom("sign", "in", "mật", "403", " ", ". ", "? ", "\n", "; ", "-", "…");
    fc.assert(
      fc.property(fc.array(piece, { size: "large" }), (parts) => {
        const text = parts.join("");
        expect(toSentences(text).flatMap(toWords)).toEqual(toWords(text));
      }),
    );
  });
});

describe("dividing a message into clauses", () => {
  const conjunctions = ["and also", "and", "but", "va ca", "va"];
  const clausesOf = (text: string) =>
    toClauses(text, createExpressions(conjunctions)).map((words) => words.join(" "));

  it.each([
    ["nothing has no clauses", "", []],
    ["a few words are one clause", "i lost my phone", ["i lost my phone"]],
    [
      "a conjunction parts two",
      "i lost my phone and my card was declined",
      ["i lost my phone", "my card was declined"],
    ],
    ["so does a comma", "lost my phone, forgot my password", ["lost my phone", "forgot my password"]],
    [
      "so do all ends of sentences",
      "no phone. no card! no key? no bill… no mail; no sms\nno code",
      ["no phone", "no card", "no key", "no bill", "no mail", "no sms", "no code"],
    ],
    ["a conjunction of several words goes as a whole", "no phone and also no card", ["no phone", "no card"]],
    [
      "a conjunction of another language parts too",
      "mất điện thoại VÀ quên mật khẩu",
      ["mat dien thoai", "quen mat khau"],
    ],
    ["a conjunction behind a comma parts once", "no phone, but no card", ["no phone", "no card"]],
    [
      "a word that begins like a conjunction is none",
      "my android phone is lost",
      ["my android phone is lost"],
    ],
    ["half a conjunction is none", "ca phe nong", ["ca phe nong"]],
    ["a clause of one word is left out", "hi, no phone, and thanks", ["no phone"]],
    ["a conjunction at either end parts nothing", "and no phone but", ["no phone"]],
  ])("%s", (_fact, text, clauses) => {
    expect(clausesOf(text)).toEqual(clauses);
  });

  it("of two conjunctions that begin alike, the longer one parts", () => {
    expect(toClauses("no phone and also no card", createExpressions(["and", "and also"]))).toEqual([
      ["no", "phone"],
      ["no", "card"],
    ]);
  });

  it("without conjunctions only punctuation parts", () => {
    expect(toClauses("no phone and no card, no key", createExpressions([]))).toEqual([
      ["no", "phone", "and", "no", "card"],
      ["no", "key"],
    ]);
  });

  it("clauses beyond the twelfth are left out", () => {
    const clauses = Array.from({ length: 13 }, (_, index) => `clause ${index}`);
    expect(clausesOf(clauses.join(", "))).toEqual(clauses.slice(0, 12));
  });

  it("any message gives at most 12 clauses of two words or more, in its order", () => {
    const piece = fc.constantFrom("a", "b2", "and", "also", "va", ", ", ". ", "\n", " ", "🔑", "\ud83d");
    const message = fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 4 })), { size: "large" });
    fc.assert(
      fc.property(message, (parts) => {
        const text = parts.join(" ");
        const clauses = toClauses(text, createExpressions(conjunctions));
        expect(clauses.length).toBeLessThanOrEqual(12);
        for (const clause of clauses) expect(clause.length).toBeGreaterThanOrEqual(2);
        const words = toWords(text);
        let from = 0;
        for (const word of clauses.flat()) {
          from = words.indexOf(word, from) + 1;
          expect(from).toBeGreaterThan(0);
          expect(["and", "but", "va"]).not.toContain(word);
        }
      }),
    );
  });
});

describe("what is read of a message", () => {
  it("6,000 characters are read as they are", () => {
    const text = `${"a".repeat(5999)}b`;
    expect(truncateMessage(text)).toBe(text);
  });

  it("of more, the first 4,000 and the last 2,000 are read", () => {
    const text = `${"a".repeat(4000)}${"b".repeat(1000)}${"c".repeat(2000)}`;
    expect(truncateMessage(text)).toBe(`${"a".repeat(4000)}\n${"c".repeat(2000)}`);
  });

  it("the two parts do not run into one word", () => {
    expect(toWords(truncateMessage(`${"a ".repeat(1999)}ab${"c".repeat(9000)}`)).slice(-2)).toEqual([
      "ab",
      "c".repeat(40),
    ]);
  });
});
