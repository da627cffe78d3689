import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut } from "../../src/lib/cut.ts";
import { shorten } from "../../src/lib/shorten.ts";

const segmenter = new Intl.Segmenter();
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc
    .array(fc.constantFrom("🇻🇳", "👩‍👩‍👧‍👦", "e\u0301", "a", "\ud800", "\n"), { maxLength: 40 })
    .map((all) => all.join("")),
);
const limit = fc.integer({ min: 2, max: 60 });

/** The graphemes from the start that fit. */
function fitting(whole: string, room: number): string {
  let fits = "";
  for (const { segment } of segmenter.segment(whole)) {
    if (fits.length + segment.length > room) break;
    fits += segment;
  }
  return fits;
}

describe("a shortened text", () => {
  it("holds the graphemes that fit, and an ellipsis for the others", () => {
    fc.assert(
      fc.property(text, limit, (whole, max) => {
        const short = shorten(whole, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short).toBe(whole.length <= max ? whole : `${fitting(whole, max - 1)}…`);
      }),
    );
  });
});

describe("a text that is cut into pieces", () => {
  it("loses nothing, in pieces within the limit", () => {
    fc.assert(
      fc.property(text, limit, (whole, max) => {
        const pieces = cut(whole, max);
        expect(pieces.join("")).toBe(whole);
        expect(pieces.every(({ length }) => length <= max)).toBe(true);
        expect(pieces.slice(0, -1).every(({ length }) => length > 0)).toBe(true);
      }),
    );
  });

  it("takes what is too long for a grapheme like other text", () => {
    expect(shorten(`a${"\u0301".repeat(500)}`, 300).length).toBe(300);
  });

  it("is cut between graphemes, unless one is longer than a piece", () => {
    expect(cut("🇻🇳🇻🇳🇻🇳", 9)).toEqual(["🇻🇳🇻🇳", "🇻🇳"]);
    expect(cut("ab👩‍👩‍👧‍👦", 4).join("")).toBe("ab👩‍👩‍👧‍👦");
    expect(cut("🎉🎉", 3)).toEqual(["🎉", "🎉"]);
  });
});
