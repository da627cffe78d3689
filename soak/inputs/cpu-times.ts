import type { Incoming } from "../../src/platform/incoming.ts";

/** An input that took long, in milliseconds of CPU. */
interface SlowInput {
  readonly incoming: Incoming;
  /** The first time, and again: whatever else the process did then is part of it. */
  readonly firstMs: number;
  readonly repeatsMs: readonly number[];
  /** The median of the repeats. */
  readonly medianMs: number;
}

/** The CPU that inputs took. */
export interface CpuTimes {
  add(incoming: Incoming, cpuMs: number): void;
  /** Whether the input is one of the slowest so far. */
  isAmongWorst(id: string): boolean;
  addRepeat(id: string, cpuMs: number): void;
  /** The time below which this share (0 to 1) of the inputs stayed, in milliseconds. */
  quantile(share: number): number;
  /** The slowest by the median of their repeats, the slowest first. */
  worst(): readonly SlowInput[];
}

/** How many slow inputs are remembered and timed again. */
const maxWorst = 30;

export function createCpuTimes(): CpuTimes {
  const all: number[] = [];
  let slowest: { incoming: Incoming; firstMs: number; repeatsMs: number[] }[] = [];
  return {
    add: (incoming, firstMs) => {
      all.push(firstMs);
      if (slowest.length === maxWorst && firstMs <= (slowest.at(-1)?.firstMs ?? 0)) return;
      slowest = [...slowest, { incoming, firstMs, repeatsMs: [] }]
        .sort((one, other) => other.firstMs - one.firstMs)
        .slice(0, maxWorst);
    },
    isAmongWorst: (id) => slowest.some(({ incoming }) => incoming.id === id),
    addRepeat: (id, cpuMs) => {
      slowest.find(({ incoming }) => incoming.id === id)?.repeatsMs.push(cpuMs);
    },
    quantile: (share) => {
      const sorted = all.toSorted((one, other) => one - other);
      return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    },
    worst: () =>
      slowest
        .map((one) => ({ ...one, medianMs: medianOf(one.repeatsMs) }))
        .sort((one, other) => other.medianMs - one.medianMs),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Runs something and measures the CPU of this process meanwhile, in milliseconds. */
export async function cpuMsOf<T>(
  run: () => Promise<T>,
): Promise<{ readonly result: T; readonly cpuMs: number }> {
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return { result, cpuMs: (user + system) / 1000 };
}
