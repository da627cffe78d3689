import { brief, ratio, toTable } from "../tables.ts";
import type { LoadTimes } from "./children.ts";
import type { Both, Watched } from "./measure.ts";

type What = "answered" | "acknowledged";

/** The times of both by quantile, and what Signpost adds. */
export function toTimes(both: Both, what: What, bare: string): string {
  const rows = [0.5, 0.9, 0.99, 1].map((share) => {
    const [theirs, ours] = [both.bare, both.signpost].map((blocks) => quantile(all(blocks, what), share));
    if (theirs === undefined || ours === undefined) return [];
    return [nameOf(share), brief(theirs), brief(ours), signed(ours - theirs), ratio(ours, theirs)];
  });
  return toTable(["ms", bare, "Signpost", "added", "ratio"], rows);
}

/** What is added at the median: over all, and block by block, where what else the machine does weighs less. */
export function addedAtMedian({ bare, signpost }: Both): {
  readonly overall: number;
  readonly blocks: readonly number[];
} {
  const median = (blocks: readonly LoadTimes[]) => quantile(all(blocks, "answered"), 0.5);
  const blocks = signpost.flatMap((ours, block) => {
    const theirs = bare[block];
    return theirs ? [median([ours]) - median([theirs])] : [];
  });
  return { overall: median(signpost) - median(bare), blocks };
}

export function acknowledgedAt(share: number, { signpost }: Both): number {
  return quantile(all(signpost, "acknowledged"), share);
}

export function toMemory({ memory, asked }: Watched): string {
  const perSample = asked / memory.length / 1000;
  const rows = (["heap", "rss"] as const).map((kind) => {
    const { first, last, slope } = growthOf(memory.map((sample) => sample[kind] / 2 ** 20));
    const name = kind === "heap" ? "heap and external" : "resident (RSS)";
    return [name, brief(first), brief(last), signed(last - first), signed(slope / perSample)];
  });
  return toTable(["MB", "first quarter", "last quarter", "growth", "per 1,000 in the last half"], rows);
}

/** The means of the first and the last quarter, and the slope of the second half from sample to sample. */
function growthOf(values: readonly number[]) {
  const quarter = Math.floor(values.length / 4);
  return {
    first: mean(values.slice(0, quarter)),
    last: mean(values.slice(-quarter)),
    slope: slopeOf(values.slice(Math.floor(values.length / 2))),
  };
}

export function countFailed({ bare, signpost }: Both, name: string): string {
  const failed = (blocks: readonly LoadTimes[]) => blocks.reduce((sum, { failed }) => sum + failed, 0);
  return `${failed(bare)} of ${name}, ${failed(signpost)} of Signpost`;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function all(blocks: readonly LoadTimes[], what: What): readonly number[] {
  return blocks.flatMap((block) => block[what]);
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
