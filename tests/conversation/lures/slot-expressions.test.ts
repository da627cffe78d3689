import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFindEnd } from "../../../src/conversation/lures/slot-expressions.ts";
import { propertyRuns } from "../../support/property-runs.ts";

describe("an expression with slots", () => {
  const findEnd = createFindEnd(["send/pass it over? to me/us", "send it", "gửi/đưa cho? mình"]);
  const endOf = (text: string) => findEnd(text.split(" "), 0);

  it.each([
    ["send it to me", 4],
    ["pass it over to us", 5],
    ["send it away", 2],
    ["gui minh", 2],
    ["dua cho minh", 3],
  ])("stands in: %s", (text, end) => {
    expect(endOf(text)).toBe(end);
  });

  it.each(["pass it", "it to me", "pass over to me", ""])("doesn't stand in: %s", (text) => {
    expect(endOf(text)).toBeUndefined();
  });

  it("that may be left out as a whole stands nowhere by itself", () => {
    expect(createFindEnd(["a? b?"])(["c"], 0)).toBeUndefined();
  });

  it("ends within the words, whatever they are", () => {
    const word = fc.constantFrom("send", "pass", "it", "over", "to", "me", "us", "x");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.nat(12), (words, start) => {
        const end = findEnd(words, start);
        if (end === undefined) return;
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(words.length);
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});
