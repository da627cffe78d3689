import { describe, expect, it } from "vitest";
import { countExpanded, expandSlots } from "../../src/lib/expand-slots.ts";

describe("an expression with slots", () => {
  it.each([
    ["send/pass it over?", ["send it", "send it over", "pass it", "pass it over"]],
    ["are you a? bot", ["are you bot", "are you a bot"]],
    ["hello", ["hello"]],
    ["a?", ["a"]],
    ["", []],
  ])("%s stands for %j", (expression, all) => {
    expect(expandSlots(expression)).toEqual(all);
  });

  it("is counted without being written out", () => {
    expect(countExpanded("send/pass it over?")).toBe(4);
    expect(countExpanded(Array(40).fill("a/b/c").join(" "))).toBe(3 ** 40);
  });
});
