import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactWeights, createScoreClasses } from "../../src/matching/compact-weights.ts";

/** Rows of weights, one a feature, with three classes each. */
const rows = fc.array(
  fc.tuple(...[0, 1, 2].map(() => fc.float({ min: -10, max: 10, noNaN: true, noDefaultInfinity: true }))),
  { minLength: 1, maxLength: 8 },
);
const compacted = (given: readonly (readonly number[])[]) =>
  compactWeights(Float32Array.from(given.flat()), 3);
const scoresOf = (given: readonly (readonly number[])[], feature: number, weight = 1) =>
  createScoreClasses(compacted(given))({
    positions: Int32Array.of(feature),
    weights: Float64Array.of(weight),
  });

describe("compact weights", () => {
  it("score nearly as the weights that they were made of: within half a step of the row, or a small weight", () => {
    fc.assert(
      fc.property(rows, (given) => {
        given.forEach((row, feature) => {
          const tolerance = Math.max(0.05, Math.max(...row.map(Math.abs)) / 127 / 2) + 1e-4;
          scoresOf(given, feature).forEach((score, label) => {
            expect(Math.abs(score - (row[label] ?? 0))).toBeLessThanOrEqual(tolerance);
          });
        });
      }),
    );
  });

  it("keep the largest weight of a row as it is", () => {
    expect(scoresOf([[0, 12.5, -3]], 0)[1]).toBeCloseTo(12.5, 4);
  });

  it("leave out small weights and whole rows of them", () => {
    const { labels, lengths } = compacted([
      [0.01, 2, -0.02],
      [0, 0, 0],
      [1, 0, -1],
    ]);
    expect([...lengths]).toEqual([1, 0, 2]);
    expect([...labels]).toEqual([1, 0, 2]);
  });

  it("add up over the features of a text, each by its weight in it", () => {
    const score = createScoreClasses(
      compacted([
        [1, 0, 0],
        [0, 0, 9],
        [2, -2, 0],
      ]),
    );
    const scores = score({ positions: Int32Array.of(0, 2), weights: Float64Array.of(0.5, 2) });
    expect([...scores].map((value) => Number(value.toFixed(4)))).toEqual([4.5, -4, 0]);
  });

  it("of no feature score nothing", () => {
    const score = createScoreClasses(compactWeights(new Float32Array(0), 3));
    expect([...score({ positions: new Int32Array(), weights: new Float64Array() })]).toEqual([0, 0, 0]);
  });
});
