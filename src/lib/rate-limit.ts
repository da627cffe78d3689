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

interface RateLimitOptions extends Limit {
  readonly now: () => number;
  /** Beyond so many keys, those that were not used for the longest time are forgotten. */
  readonly maxKeys: number;
}

interface Limit {
  readonly rate: Rate;
  /** How long a key stays closed after it went over, in milliseconds. */
  readonly pauseMs: number;
}

/** What is left to a key at a time, in milliseconds since 1970. */
export interface Allowance {
  readonly left: number;
  readonly at: number;
  readonly closedAt?: number | undefined;
}

/** A token bucket for each key, held in memory. A clock that is set back closes nothing for longer than `pauseMs`. */
export function createRateLimit({ now, maxKeys, ...limit }: RateLimitOptions): RateLimit {
  const allowances = createRecentMap<Allowance>(maxKeys);
  return {
    take: (key) => {
      const { verdict, allowance } = spend(allowances.get(key), limit, now());
      allowances.set(key, allowance);
      return verdict;
    },
    isExhausted: (key) => {
      const { left, closedAt } = refill(allowances.get(key), limit, now());
      return closedAt !== undefined || left < 1;
    },
  };
}

/** Counts one against what is left of a key; a new key has everything left. */
export function spend(
  before: Allowance | undefined,
  limit: Limit,
  now: number,
): { readonly verdict: Verdict; readonly allowance: Allowance } {
  const allowance = refill(before, limit, now);
  if (allowance.closedAt !== undefined) return { verdict: "closed", allowance };
  if (allowance.left < 1) return { verdict: "over", allowance: { ...allowance, closedAt: now } };
  return { verdict: "allowed", allowance: { ...allowance, left: allowance.left - 1 } };
}

function refill(before: Allowance | undefined, { rate, pauseMs }: Limit, now: number): Allowance {
  const { left, at, closedAt } = before ?? { left: rate.burst, at: now };
  const elapsedMs = Math.max(0, now - at);
  const current = { left: Math.min(rate.burst, left + (elapsedMs * rate.perMinute) / 60_000), at: now };
  const isClosed = closedAt !== undefined && now >= closedAt && now - closedAt < pauseMs;
  return isClosed ? { ...current, closedAt } : current;
}
