import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/lib/edit-distance.ts";

describe("the distance of two words", () => {
  it.each([
    ["the same word", "token", "token", 0],
    ["two empty words", "", "", 0],
    ["a word and nothing", "mfa", "", 3],
    ["nothing and a word", "", "mfa", 3],
    ["a letter put in", "acount", "account", 1],
    ["a letter left out", "passsword", "password", 1],
    ["a letter replaced", "passwort", "password", 1],
    ["two neighbours swapped", "paswsord", "password", 1],
    ["the first two swapped", "opst", "post", 1],
    ["the last two swapped", "logni", "login", 1],
    ["two swaps", "paswsodr", "password", 2],
    ["a swap and a letter left out", "paswrod", "password", 2],
    ["letters swapped over another", "abc", "cba", 2],
    ["nothing in common", "abc", "xyz", 3],
    ["a well-known pair", "kitten", "sitting", 3],
  ])("%s", (_what, one, other, edits) => {
    expect(editDistance(one, other)).toBe(edits);
  });

  const word = fc.string({ unit: fc.constantFrom(..."abcdê"), maxLength: 12 });

  it("is none only between equal words", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, one)).toBe(0);
        expect(editDistance(one, other) === 0).toBe(one === other);
      }),
    );
  });

  it("is the same both ways", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, other)).toBe(editDistance(other, one));
      }),
    );
  });

  it("is at least the difference in length and at most the longer length", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const edits = editDistance(one, other);
        expect(edits).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
        expect(edits).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });

  it("is one after two different neighbours are swapped", () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom("xy", "yx"), (before, after, pair) => {
        const swapped = `${before}${pair[1]}${pair[0]}${after}`;
        expect(editDistance(`${before}${pair}${after}`, swapped)).toBe(1);
      }),
    );
  });

  it("is one after a letter is put in anywhere", () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom("a", "x"), (before, after, letter) => {
        expect(editDistance(before + after, before + letter + after)).toBe(1);
      }),
    );
  });

  it("does not change when both words get the same beginning and end", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(`xy${one}z`, `xy${other}z`)).toBe(editDistance(one, other));
      }),
    );
  });
});
