import { describe, expect, it } from "vitest";
import { createDedupe } from "../../src/lib/dedupe.ts";

describe("what is seen", () => {
  it("is not the first of its kind until a while has passed since it was", () => {
    let now = 0;
    const isFirst = createDedupe({ now: () => now, windowMs: 100, maxEntries: 10 });
    expect(isFirst("a")).toBe(true);
    now = 99;
    expect([isFirst("a"), isFirst("b")]).toEqual([false, true]);
    now = 100;
    expect([isFirst("a"), isFirst("b")]).toEqual([true, false]);
  });

  it("is forgotten where too much came after it", () => {
    const isFirst = createDedupe({ now: () => 0, windowMs: 100, maxEntries: 3 });
    expect(["a", "b", "c", "d"].map(isFirst)).toEqual([true, true, true, true]);
    expect(["d", "c", "b"].map(isFirst)).toEqual([false, false, false]);
    expect(isFirst("a")).toBe(true);
  });
});
