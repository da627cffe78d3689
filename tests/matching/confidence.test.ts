import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  confidenceOf,
  fitCurve,
  type JudgedPrediction,
  thresholdFor,
} from "../../src/matching/confidence.ts";

/** Numbers from 0 to 1, the same each time (Lehmer generator). */
function* numbers(): Generator<number, never> {
  let state = 20261121;
  for (;;) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

/** Predictions with as many signals as given weights, right as often as the logistic curve of them says. */
function generate(count: number, constant: number, weights: readonly number[]): readonly JudgedPrediction[] {
  const random = numbers();
  return Array.from({ length: count }, () => {
    const signals = weights.map(() => 6 * random.next().value - 3);
    const sum = signals.reduce((total, signal, index) => total + signal * (weights[index] ?? 0), constant);
    return { signals, right: random.next().value < 1 / (1 + Math.exp(-sum)) };
  });
}

/** For each fifth of the confidences, the mean of what was predicted and the share that was right. */
function buckets(judged: readonly JudgedPrediction[]) {
  const curve = fitCurve(judged);
  const all = judged.map(({ signals, right }) => ({ confidence: confidenceOf(curve, signals), right }));
  return [0, 1, 2, 3, 4].map((bucket) => {
    const own = all.filter(({ confidence }) => Math.floor(confidence * 5) === bucket);
    return {
      size: own.length,
      predicted: own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length,
      actual: own.filter(({ right }) => right).length / own.length,
    };
  });
}

describe("a fitted curve", () => {
  it.each([
    ["of one signal", 0.5, [1.5]],
    ["of a signal that speaks against", -0.3, [-1]],
    ["of two signals", 0, [1, -0.7]],
    ["of a signal that says nothing beside one that does", 0.2, [1.2, 0]],
  ])("%s predicts the share that is right, for every fifth", (_what, constant, weights) => {
    for (const { size, predicted, actual } of buckets(generate(4000, constant, weights))) {
      expect(size).toBeGreaterThan(100);
      expect(Math.abs(predicted - actual)).toBeLessThan(0.06);
    }
  });

  it("does not depend on the signals' units", () => {
    const judged = generate(500, 0.5, [1.5]);
    const scaled = judged.map(({ signals: [signal = 0], right }) => ({
      signals: [1000 * signal + 7],
      right,
    }));
    expect(confidenceOf(fitCurve(scaled), [1007])).toBeCloseTo(confidenceOf(fitCurve(judged), [1]));
  });

  it("of the same predictions is the same", () => {
    const judged = generate(200, 0, [1, 1]);
    expect(fitCurve(judged)).toEqual(fitCurve(judged));
  });

  it("of nothing judged knows nothing", () => {
    expect(confidenceOf(fitCurve([]), [3, 4])).toBe(0.5);
  });

  it("of a single right prediction leans to right, and of a wrong one to wrong", () => {
    expect(confidenceOf(fitCurve([{ signals: [2], right: true }]), [2])).toBeGreaterThan(0.9);
    expect(confidenceOf(fitCurve([{ signals: [2], right: false }]), [2])).toBeLessThan(0.1);
  });

  it("where all were right expects right everywhere", () => {
    const curve = fitCurve(generate(50, 0, [1]).map((judged) => ({ ...judged, right: true })));
    for (const signal of [-3, 0, 3]) expect(confidenceOf(curve, [signal])).toBeGreaterThan(0.95);
  });

  it("where all were wrong expects wrong everywhere", () => {
    const curve = fitCurve(generate(50, 0, [1]).map((judged) => ({ ...judged, right: false })));
    for (const signal of [-3, 0, 3]) expect(confidenceOf(curve, [signal])).toBeLessThan(0.05);
  });

  it("gives a probability for any signals", () => {
    const curve = fitCurve(generate(300, 0, [1, 2]));
    const signal = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(signal, signal, (one, other) => {
        const confidence = confidenceOf(curve, [one, other]);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
    );
  });

  it("takes a signal that was always 0 for nothing", () => {
    const judged = generate(200, 0, [1]).map(({ signals, right }) => ({ signals: [...signals, 0], right }));
    const curve = fitCurve(judged);
    expect(confidenceOf(curve, [1, 0])).toBeCloseTo(confidenceOf(curve, [1, 1e-9]));
  });

  // The deviation of equal numbers is not 0 but what rounding leaves of it (here 1e-17), and divides by that.
  it("takes a signal that was always the same for nothing", () => {
    const judged = generate(200, 0, [1]).map(({ signals, right }) => ({ signals: [...signals, 0.1], right }));
    const curve = fitCurve(judged);
    expect(confidenceOf(curve, [1, 0.1])).toBeCloseTo(confidenceOf(curve, [1, 0.1 + 1e-9]));
  });
});

const yes = (confidence: number) => ({ confidence, right: true });
const no = (confidence: number) => ({ confidence, right: false });

describe("a cut", () => {
  it.each([
    ["goes down as far as the share holds", 0.75, [yes(0.9), yes(0.8), no(0.7), yes(0.6), no(0.5)], 0.6],
    ["of all right stops above the first wrong one", 1, [yes(0.9), yes(0.8), no(0.7), yes(0.6)], 0.8],
    ["is not held up by a wrong one that later right ones make good", 0.5, [no(0.9), yes(0.8)], 0.8],
    ["sorts for itself", 0.75, [no(0.5), yes(0.6), yes(0.9), no(0.7), yes(0.8)], 0.6],
    ["is the lowest confidence where all were right", 0.9, [yes(0.9), yes(0.2)], 0.2],
    ["is 1 where the share is never reached", 0.5, [no(0.9), no(0.8), yes(0.7)], 1],
    ["is 1 where nothing was right", 0.2, [no(0.9), no(0.8)], 1],
    ["is 1 where nothing was judged", 0.2, [], 1],
  ])("%s", (_what, precision, judged, cut) => {
    expect(thresholdFor(precision, judged)).toBe(cut);
  });

  // Predictions of one confidence are counted one by one: the cut falls among them, and depends on their order.
  it("never falls between predictions of the same confidence", () => {
    expect(thresholdFor(1, [yes(0.5), no(0.5)])).toBe(1);
  });

  it("keeps its share, whatever was judged, and no lower one does", () => {
    const confidences = fc.uniqueArray(fc.double({ min: 0, max: 0.99, noNaN: true }), { maxLength: 40 });
    const precision = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(confidences, fc.infiniteStream(fc.boolean()), precision, (values, rights, wanted) => {
        const judged = values.map((confidence) => ({ confidence, right: rights.next().value === true }));
        const shareFrom = (cut: number) => {
          const above = judged.filter(({ confidence }) => confidence >= cut);
          return above.filter(({ right }) => right).length / above.length;
        };
        const cut = thresholdFor(wanted, judged);
        if (cut < 1) expect(shareFrom(cut)).toBeGreaterThanOrEqual(wanted);
        for (const lower of values.filter((value) => value < cut))
          expect(shareFrom(lower)).toBeLessThan(wanted);
      }),
    );
  });
});
