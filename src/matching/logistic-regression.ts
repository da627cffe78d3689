import { type CompactWeights, compactWeights } from "./compact-weights.ts";
import type { Vector } from "./features.ts";

export interface Example {
  readonly vector: Vector;
  /** The class, from 0. */
  readonly label: number;
}

interface Training {
  /** Number of features. */
  readonly size: number;
  /** Number of classes. */
  readonly classes: number;
  readonly epochs?: number;
}

const learningRate = 0.5;
/** Skipping smaller errors makes training several times faster and does not change results. */
const minError = 0.003;

/**
 * Multinomial logistic regression with AdaGrad, over the examples in a fixed shuffled order, so that training is
 * deterministic. No regularisation: few epochs over unit vectors keep the weights small.
 */
export function trainWeights(
  examples: readonly Example[],
  { size, classes, epochs = 3 }: Training,
): CompactWeights {
  const weights = new Float32Array(size * classes);
  const squares = new Float32Array(size * classes).fill(1e-2);
  const errors = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffled(examples.length, epoch)) {
      const example = examples[index];
      if (!example) continue;
      sumRows(example.vector, weights, errors);
      softmax(errors);
      errors[example.label] = (errors[example.label] ?? 0) - 1;
      updateWeights(example.vector, errors, weights, squares);
    }
  }
  return compactWeights(weights, classes);
}

/** Rows are added four at a time, which halves the time: most of it is waiting for memory. */
const rowsAtOnce = 4;

function sumRows({ positions, weights: values }: Vector, weights: Float32Array, sums: Float64Array): void {
  const classes = sums.length;
  sums.fill(0);
  for (let i = 0; i < positions.length; i += rowsAtOnce) {
    // Past the end, a row counts nothing.
    const [one, two, three, four] = [rowAt(i), rowAt(i + 1), rowAt(i + 2), rowAt(i + 3)];
    const [a, b, c, d] = [values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0, values[i + 3] ?? 0];
    for (let k = 0; k < classes; k++)
      sums[k] =
        (sums[k] ?? 0) +
        a * (weights[one + k] ?? 0) +
        b * (weights[two + k] ?? 0) +
        c * (weights[three + k] ?? 0) +
        d * (weights[four + k] ?? 0);
  }

  function rowAt(index: number): number {
    return (positions[index] ?? 0) * classes;
  }
}

function updateWeights(
  vector: Vector,
  errors: Float64Array,
  weights: Float32Array,
  squares: Float32Array,
): void {
  const classes = errors.length;
  const notable: number[] = [];
  for (let k = 0; k < classes; k++) if (Math.abs(errors[k] ?? 0) > minError) notable.push(k);
  for (let i = 0; i < vector.positions.length; i++) {
    const row = (vector.positions[i] ?? 0) * classes;
    const value = vector.weights[i] ?? 0;
    for (const k of notable) {
      const gradient = (errors[k] ?? 0) * value;
      const square = (squares[row + k] ?? 0) + gradient * gradient;
      squares[row + k] = square;
      weights[row + k] = (weights[row + k] ?? 0) - (learningRate * gradient) / Math.sqrt(square);
    }
  }
}

/** Turns scores into probabilities, which add up to 1, in place. */
export function softmax(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let total = 0;
  for (let k = 0; k < scores.length; k++) {
    const power = Math.exp((scores[k] ?? 0) - highest);
    scores[k] = power;
    total += power;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) / total;
}

/** A permutation of 0..length-1, determined by the seed (Lehmer generator, Fisher-Yates). */
function shuffled(length: number, seed: number): readonly number[] {
  const order = Array.from({ length }, (_, index) => index);
  let state = (seed + 1) * 48271;
  for (let last = length - 1; last > 0; last--) {
    state = (state * 48271) % 2147483647;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
