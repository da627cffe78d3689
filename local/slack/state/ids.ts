import type { Clock } from "../../shared/clock.ts";

/** Ids and timestamps that are the same in every run under the same clock. */
export interface Ids {
  /** `U0000000001`, `Ev0000000002`: one counter for each prefix. */
  next(prefix: string): string;
  /** Seconds and a unique part, as in "1700000000.000100"; later ones are greater. */
  ts(): string;
}

export function createIds(clock: Clock): Ids {
  const counts = new Map<string, number>();
  let last = 0;
  return {
    next: (prefix) => {
      const count = (counts.get(prefix) ?? 0) + 1;
      counts.set(prefix, count);
      return `${prefix}${String(count).padStart(10, "0")}`;
    },
    ts: () => {
      last = Math.max(clock.now() * 1000, last) + 100;
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, "0")}`;
    },
  };
}
