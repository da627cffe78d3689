import type { Signals } from "../conversation/follow-ups/evidence.ts";
import { type FollowUpKind, followUpKinds, type KindWeights } from "../conversation/follow-ups/kinds.ts";

/** The signals of a follow-up, and its kind. */
export interface KindExample {
  readonly signals: Signals;
  readonly kind: FollowUpKind;
}

const rounds = 3000;
const learningRate = 0.5;
/** How strongly weights are held near 0: chosen by cross-validation over the entries; 1 and 10 are half a percent worse. */
const penalty = 3;
const minDeviation = 1e-6;
/** Decimals that are kept. */
const decimals = 4;

/** Fits a multinomial logistic regression by gradient descent over all examples at once. Deterministic. */
export function fitKinds(examples: readonly KindExample[]): KindWeights {
  const names = Object.keys(examples[0]?.signals ?? {}) as (keyof Signals)[];
  const scales = names.map((name) => scaleOf(examples.map(({ signals }) => signals[name])));
  const rows = examples.map(({ signals, kind }) => ({
    values: [1, ...names.map((name, at) => scaled(signals[name], scales[at]))],
    target: followUpKinds.indexOf(kind),
  }));
  const weights = followUpKinds.map(() => new Float64Array(names.length + 1));
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map((own) => own.map((weight, at) => (at === 0 ? 0 : penalty * weight)));
    for (const { values, target } of rows) {
      const chances = softmax(weights.map((own) => dot(own, values)));
      chances.forEach((chance, kind) => {
        const error = chance - (kind === target ? 1 : 0);
        const slope = slopes[kind];
        if (slope)
          for (let at = 0; at < values.length; at++) slope[at] = (slope[at] ?? 0) + error * (values[at] ?? 0);
      });
    }
    weights.forEach((own, kind) => {
      for (let at = 0; at < own.length; at++)
        own[at] = (own[at] ?? 0) - (learningRate / rows.length) * (slopes[kind]?.[at] ?? 0);
    });
  }
  return {
    bias: weights.map(([bias = 0]) => round(bias)),
    signals: names.map((name, at) => ({
      name,
      mean: round(scales[at]?.mean ?? 0),
      deviation: round(scales[at]?.deviation ?? 1),
      weights: weights.map((own) => round(own[at + 1] ?? 0)),
    })),
  };
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

function scaleOf(values: readonly number[]): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return { mean, deviation: deviation > minDeviation ? deviation : 1 };
}

function scaled(value: number, { mean, deviation }: Scale = { mean: 0, deviation: 1 }): number {
  return (value - mean) / deviation;
}

function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function dot(weights: Float64Array, values: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (values[at] ?? 0);
  return sum;
}

function round(value: number): number {
  return Number(value.toFixed(decimals));
}
