import { brief, ratio, toTable } from "../tables.ts";
import type { MemoryRun, PairTimes } from "./measure.ts";
import type { MeasuredTimes } from "./processes.ts";

type TimedEvent = "answered" | "acknowledged";

/** Quantiles of both bots' times, and what Signpost adds. */
export function toTimesTable(times: PairTimes, event: TimedEvent, baselineName: string): string {
  const rows = [0.5, 0.9, 0.99, 1].map((share) => {
    const [theirs, ours] = [times.baseline, times.signpost].map((blocks) =>
      quantile(allTimes(blocks, event), share),
    );
    if (theirs === undefined || ours === undefined) return [];
    return [nameOf(share), brief(theirs), brief(ours), signed(ours - theirs), ratio(ours, theirs)];
  });
  return toTable(["ms", baselineName, "Signpost", "added", "ratio"], rows);
}

/** What Signpost adds at the median: overall, and block by block, where other load on the machine matters less. */
export function addedAtMedian({ baseline, signpost }: PairTimes): {
  readonly overall: number;
  readonly blocks: readonly number[];
} {
  const median = (blocks: readonly MeasuredTimes[]) => quantile(allTimes(blocks, "answered"), 0.5);
  const blocks = signpost.flatMap((ours, block) => {
    const theirs = baseline[block];
    return theirs ? [median([ours]) - median([theirs])] : [];
  });
  return { overall: median(signpost) - median(baseline), blocks };
}

/** The median until the answer is there, of Signpost to the bare app. */
export function ratioOfMedians({ baseline, signpost }: PairTimes): number {
  return quantile(allTimes(signpost, "answered"), 0.5) / quantile(allTimes(baseline, "answered"), 0.5);
}

export function acknowledgementQuantile(share: number, { signpost }: PairTimes): number {
  return quantile(allTimes(signpost, "acknowledged"), share);
}

export function toMemoryTable({ samples, asked }: MemoryRun): string {
  const thousandsPerSample = asked / samples.length / 1000;
  const rows = (["heap", "rss"] as const).map((kind) => {
    const { first, last, slope } = growthOf(samples.map((sample) => sample[kind] / 2 ** 20));
    const name = kind === "heap" ? "heap and external" : "resident (RSS)";
    return [name, brief(first), brief(last), signed(last - first), signed(slope / thousandsPerSample)];
  });
  return toTable(["MB", "first quarter", "last quarter", "growth", "per 1,000 in the last half"], rows);
}

/** The means of the first and the last quarter, and the slope per sample of the second half. */
function growthOf(values: readonly number[]) {
  const quarter = Math.floor(values.length / 4);
  return {
    first: mean(values.slice(0, quarter)),
    last: mean(values.slice(-quarter)),
    slope: slopeOf(values.slice(Math.floor(values.length / 2))),
  };
}

export function countFailed({ baseline, signpost }: PairTimes, baselineName: string): string {
  const failed = (blocks: readonly MeasuredTimes[]) => blocks.reduce((sum, { failed }) => sum + failed, 0);
  return `${failed(baseline)} of ${baselineName}, ${failed(signpost)} of Signpost`;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function allTimes(blocks: readonly MeasuredTimes[], event: TimedEvent): readonly number[] {
  return blocks.flatMap((block) => block[event]);
}

function nameOf(share: number): string {
  return share === 1 ? "longest" : `p${share * 100}`;
}

function signed(value: number): string {
  return `${value < 0 ? "-" : "+"}${brief(Math.abs(value))}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Least squares, per sample. */
function slopeOf(values: readonly number[]): number {
  const [middle, average] = [(values.length - 1) / 2, mean(values)];
  const above = values.reduce((sum, value, at) => sum + (at - middle) * (value - average), 0);
  return above / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
}
