import type { Clock } from "../../shared/clock.ts";

/** Ids and timestamps. The same in every run with the same clock. */
export interface SlackIds {
  /** `U0000000001`, `Ev0000000002`: one counter for each prefix. */
  next(prefix: string): string;
  /** Seconds and a unique part, as in "1700000000.000100". Strictly increasing. */
  ts(): string;
}

export function createIds(clock: Clock): SlackIds {
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
