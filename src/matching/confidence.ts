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

/**
 * Fits a logistic curve to judged predictions by gradient descent.
 * @param weightOf how much a prediction counts
 */
export function fitCurve(
  judged: readonly JudgedPrediction[],
  weightOf: (prediction: JudgedPrediction) => number = () => 1,
): LogisticCurve {
  const width = judged[0]?.signals.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) =>
    judged.map(({ signals }) => signals[column] ?? 0),
  );
  const means = columns.map(mean);
  const deviations = columns.map((column, index) => {
    const deviation = Math.sqrt(mean(column.map((x) => (x - (means[index] ?? 0)) ** 2)));
    return deviation > minDeviation ? deviation : 1;
  });
  const rows = judged.map((prediction) => ({
    signals: Float64Array.from(standardise(prediction.signals, means, deviations)),
    target: prediction.right ? 1 : 0,
    weight: weightOf(prediction) / judged.length,
  }));
  const weights = new Float64Array(width + 1);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => penalty * weight);
    for (const { signals, target, weight } of rows)
      addScaled(gradient, signals, (logistic(dot(weights, signals)) - target) * weight);
    addScaled(weights, gradient, -learningRate);
  }
  return { means, deviations, weights: [...weights] };
}

/** Adds a multiple of other values to some, in place. */
function addScaled(values: Float64Array, others: Float64Array, factor: number): void {
  for (let index = 0; index < values.length; index++)
    values[index] = (values[index] ?? 0) + factor * (others[index] ?? 0);
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

function dot(a: Readonly<ArrayLike<number>>, b: Readonly<ArrayLike<number>>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
