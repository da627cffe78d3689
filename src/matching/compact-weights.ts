import type { Vector } from "./features.ts";

/** The weights of each feature for each class, as plain data: small ones are left out, the others take a byte each. */
export interface CompactWeights {
  readonly classes: number;
  /** How many weights each feature has; they stand one after the other in `labels` and `multiples`. */
  readonly lengths: Uint16Array;
  /** The class of each weight. */
  readonly labels: Uint16Array;
  /** Each weight as a multiple of its feature's step. */
  readonly multiples: Int8Array;
  /** The step of each feature. */
  readonly steps: Float32Array;
}

/** Smaller weights are left out: on 414 questions three outcomes differed, and the weights took a fifth of the space. */
const minWeight = 0.05;
const maxMultiple = 127;

/** @param weights feature by feature, one for each class */
export function compactWeights(weights: Float32Array, classes: number): CompactWeights {
  const size = weights.length / classes;
  const lengths = new Uint16Array(size);
  const steps = new Float32Array(size);
  const labels: number[] = [];
  const multiples: number[] = [];
  for (let feature = 0; feature < size; feature++) {
    const row = weights.subarray(feature * classes, (feature + 1) * classes);
    const step = largest(row) / maxMultiple;
    const before = labels.length;
    row.forEach((weight, label) => {
      if (Math.abs(weight) < minWeight) return;
      labels.push(label);
      multiples.push(Math.round(weight / step));
    });
    lengths[feature] = labels.length - before;
    steps[feature] = step;
  }
  return { classes, lengths, labels: Uint16Array.from(labels), multiples: Int8Array.from(multiples), steps };
}

function largest(row: Float32Array): number {
  let most = 0;
  for (const weight of row) most = Math.max(most, Math.abs(weight));
  return most;
}

/** The score of each class for a text. */
export type ScoreClasses = (vector: Vector) => Float64Array;

export function createScoreClasses({
  classes,
  lengths,
  labels,
  multiples,
  steps,
}: CompactWeights): ScoreClasses {
  const starts = startsOf(lengths);
  return ({ positions, weights }) => {
    const scores = new Float64Array(classes);
    for (let i = 0; i < positions.length; i++) {
      const feature = positions[i] ?? 0;
      const value = (weights[i] ?? 0) * (steps[feature] ?? 0);
      const end = starts[feature + 1] ?? 0;
      for (let index = starts[feature] ?? 0; index < end; index++) {
        const label = labels[index] ?? 0;
        scores[label] = (scores[label] ?? 0) + value * (multiples[index] ?? 0);
      }
    }
    return scores;
  };
}

/** Where the weights of each feature begin, and at last where all end. */
function startsOf(lengths: Uint16Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  let end = 0;
  lengths.forEach((length, feature) => {
    end += length;
    starts[feature + 1] = end;
  });
  return starts;
}
