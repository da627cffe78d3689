import fc from "fast-check";
import { expect, it } from "vitest";
import { areaUnderCurve } from "../../src/lib/area-under-curve.ts";

it.each([
  ["1 where every positive scores higher", [0.9, 0.8], [0.2, 0.1], 1],
  ["0 where every positive scores lower", [0.1], [0.9, 0.2], 0],
  ["a half where all score the same", [0.5, 0.5], [0.5], 0.5],
  ["the share of pairs in the right order", [0.9, 0.3], [0.5, 0.1], 0.75],
  ["a tie as half a pair", [0.9, 0.5], [0.5, 0.1], 0.875],
  ["the same for any scale", [9, -3], [-2, -10], 0.75],
])("is %s", (_what, positives, negatives, area) => {
  expect(areaUnderCurve(positives, negatives)).toBe(area);
});

it.each([
  ["positives", [], [0.5]],
  ["negatives", [0.5], []],
  ["either", [], []],
])("is no number without %s", (_what, positives, negatives) => {
  expect(areaUnderCurve(positives, negatives)).toBeNaN();
});

const scores = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1 });

it("and that of the sides exchanged are 1 together", () => {
  fc.assert(
    fc.property(scores, scores, (positives, negatives) => {
      const area = areaUnderCurve(positives, negatives);
      expect(area).toBeGreaterThanOrEqual(0);
      expect(area + areaUnderCurve(negatives, positives)).toBeCloseTo(1, 10);
    }),
  );
});

it("does not hang on the order of the scores", () => {
  fc.assert(
    fc.property(scores, scores, (positives, negatives) => {
      const turned = areaUnderCurve([...positives].reverse(), [...negatives].reverse());
      expect(turned).toBe(areaUnderCurve(positives, negatives));
    }),
  );
});
