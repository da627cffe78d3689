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
 * @returns the weights, feature by feature, one for each class
 */
export function trainWeights(
  examples: readonly Example[],
  { size, classes, epochs = 4 }: Training,
): Float32Array {
  const weights = new Float32Array(size * classes);
  const squares = new Float32Array(size * classes).fill(1e-2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffled(examples.length, epoch)) {
      const example = examples[index];
      if (!example) continue;
      const errors = classProbabilities(example.vector, weights, classes);
      errors[example.label] = (errors[example.label] ?? 0) - 1;
      updateWeights(example.vector, errors, weights, squares);
    }
  }
  return weights;
}

/** The probability of each class; they add up to 1. */
export function classProbabilities(
  { positions, weights: values }: Vector,
  weights: Float32Array,
  classes: number,
): Float64Array {
  const sums = new Float64Array(classes);
  for (let i = 0; i < positions.length; i++) {
    const row = (positions[i] ?? 0) * classes;
    const value = values[i] ?? 0;
    for (let k = 0; k < classes; k++) sums[k] = (sums[k] ?? 0) + value * (weights[row + k] ?? 0);
  }
  return softmax(sums);
}

function updateWeights(
  vector: Vector,
  errors: Float64Array,
  weights: Float32Array,
  squares: Float32Array,
): void {
  const classes = errors.length;
  const notable = [...errors.keys()].filter((k) => Math.abs(errors[k] ?? 0) > minError);
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

function softmax(sums: Float64Array): Float64Array {
  const highest = sums.reduce((max, sum) => Math.max(max, sum), Number.NEGATIVE_INFINITY);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
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
