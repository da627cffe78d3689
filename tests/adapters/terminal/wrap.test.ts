import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrap } from "../../../adapters/terminal/wrap.ts";

describe("lines in the terminal", () => {
  it("are broken between words, and go on under the text of their step", () => {
    expect(wrap("1. Open the console and sign in\n   Then wait", 24)).toBe(
      "1. Open the console and\n   sign in\n   Then wait",
    );
  });

  it("keep an address whole, so that it can be opened", () => {
    const address = "https://docs.aws.amazon.com/signin/latest/userguide/troubleshooting-sign-in-issues.html";
    expect(wrap(`See (${address}) now`, 40)).toContain(address);
  });

  it("lose nothing but white space, whatever they hold", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.integer({ min: 1, max: 200 }),
        (text, columns) => {
          expect(wrap(text, columns).replace(/\s/g, "")).toBe(text.normalize().replace(/\s/g, ""));
        },
      ),
    );
  });
});
