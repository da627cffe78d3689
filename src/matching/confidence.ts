/** A prediction with its signals, and whether it was right. */
export interface JudgedPrediction {
  readonly signals: readonly number[];
  readonly right: boolean;
}

/** A logistic curve over standardised signals (mean 0, deviation 1), as plain data. */
export interface LogisticCurve {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** The first one is the intercept. */
  readonly weights: readonly number[];
}

/** The probability that a prediction with these signals is right. */
export function confidenceOf(
  { means, deviations, weights }: LogisticCurve,
  signals: readonly number[],
): number {
  return logistic(dot(weights, standardise(signals, means, deviations)));
}

const steps = 1000;
const learningRate = 2;
const penalty = 1e-3;
/** Smaller deviations are rounding errors. */
const minDeviation = 1e-6;

/** Fits a logistic curve to judged predictions by gradient descent. */
export function fitCurve(judged: readonly JudgedPrediction[]): LogisticCurve {
  const width = judged[0]?.signals.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) =>
    judged.map(({ signals }) => signals[column] ?? 0),
  );
  const means = columns.map(mean);
  const deviations = columns.map((column, index) => {
    const deviation = Math.sqrt(mean(column.map((x) => (x - (means[index] ?? 0)) ** 2)));
    return deviation > minDeviation ? deviation : 1;
  });
  const rows = judged.map(({ signals, right }) => ({
    signals: standardise(signals, means, deviations),
    right,
  }));
  let weights = Array.from({ length: width + 1 }, () => 0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => penalty * weight);
    for (const { signals, right } of rows) {
      const error = (logistic(dot(weights, signals)) - (right ? 1 : 0)) / rows.length;
      signals.forEach((signal, index) => {
        gradient[index] = (gradient[index] ?? 0) + error * signal;
      });
    }
    weights = weights.map((weight, index) => weight - learningRate * (gradient[index] ?? 0));
  }
  return { means, deviations, weights };
}

function standardise(
  signals: readonly number[],
  means: readonly number[],
  deviations: readonly number[],
): readonly number[] {
  return [1, ...signals.map((signal, index) => (signal - (means[index] ?? 0)) / (deviations[index] ?? 1))];
}

/** The lowest confidence at or above which at least `precision` of the predictions were right. */
export function thresholdFor(
  precision: number,
  confidences: readonly { confidence: number; right: boolean }[],
): number {
  const sorted = [...confidences].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = 1;
  sorted.forEach((judged, index) => {
    if (judged.right) right += 1;
    const isLastOfEqual = sorted[index + 1]?.confidence !== judged.confidence;
    if (isLastOfEqual && right / (index + 1) >= precision) threshold = judged.confidence;
  });
  return threshold;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
