import { createRecentMap } from "./recent-map.ts";

/** `burst`: how many at once. `perMinute`: how many become possible again each minute. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/** `over`: the first that is refused; the key is then closed for `pauseMs`. `closed`: refused in that time. */
export type Verdict = "allowed" | "over" | "closed";

/** Limits how often something happens, for each key by itself. */
export interface RateLimit {
  /** Counts one, if the rate allows it. */
  take(key: string): Verdict;
  /** Whether `take` would be refused; counts nothing. */
  isExhausted(key: string): boolean;
}

interface RateLimitOptions {
  readonly rate: Rate;
  /** How long a key stays closed after it went over, in milliseconds. */
  readonly pauseMs: number;
  readonly now: () => number;
  /** Beyond so many keys, those that were not used for the longest time are forgotten. */
  readonly maxKeys: number;
}

interface Allowance {
  readonly left: number;
  readonly at: number;
  readonly closedAt?: number;
}

/** A token bucket for each key, held in memory. A clock that is set back closes nothing for longer than `pauseMs`. */
export function createRateLimit({ rate, pauseMs, now, maxKeys }: RateLimitOptions): RateLimit {
  const allowances = createRecentMap<Allowance>(maxKeys);

  const refilled = (key: string): Allowance => {
    const { left, at, closedAt } = allowances.get(key) ?? { left: rate.burst, at: now() };
    const elapsedMs = Math.max(0, now() - at);
    const current = { left: Math.min(rate.burst, left + (elapsedMs * rate.perMinute) / 60_000), at: now() };
    const isClosed = closedAt !== undefined && now() >= closedAt && now() - closedAt < pauseMs;
    return isClosed ? { ...current, closedAt } : current;
  };

  return {
    take: (key) => {
      const allowance = refilled(key);
      const isOver = allowance.closedAt === undefined && allowance.left < 1;
      if (allowance.closedAt === undefined && !isOver) {
        allowances.set(key, { ...allowance, left: allowance.left - 1 });
        return "allowed";
      }
      allowances.set(key, isOver ? { ...allowance, closedAt: now() } : allowance);
      return isOver ? "over" : "closed";
    },
    isExhausted: (key) => {
      const { left, closedAt } = refilled(key);
      return closedAt !== undefined || left < 1;
    },
  };
}
