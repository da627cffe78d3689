import type { Clock } from "../../shared/clock.ts";
import { identifies } from "../limits.ts";

/** Counts the sessions that the app begins: events/gateway#rate-limiting, #session-start-limit-object */
export interface SessionStarts {
  /**
   * Counts an identification.
   * - `tooEarly`: another one with the same rate limit key came less than the window before.
   * - `spent`: no start of the day is left.
   */
  take(shard: number): "accepted" | "tooEarly" | "spent";
  /** As `GET /gateway/bot` tells it. */
  limit(): SessionStartLimit;
}

interface SessionStartLimit {
  readonly total: number;
  readonly remaining: number;
  /** Milliseconds. */
  readonly reset_after: number;
  readonly max_concurrency: number;
}

export interface SessionStartOptions {
  readonly clock: Clock;
  /** Starts in a day. */
  readonly sessionStarts: number;
  /** Shards with the same remainder by it share a rate limit. */
  readonly maxConcurrency: number;
  /** By the machine's clock, which is the app's too. */
  readonly identifyWindowMs: number;
}

export function createSessionStarts(options: SessionStartOptions): SessionStarts {
  const { clock, sessionStarts: total, maxConcurrency, identifyWindowMs } = options;
  const acceptedAt = new Map<number, number>();
  let day = { from: Number.NEGATIVE_INFINITY, count: 0 };
  const today = () => {
    if (clock.now() - day.from >= identifies.windowMs) day = { from: clock.now(), count: 0 };
    return day;
  };
  return {
    take: (shard) => {
      const { from, count } = today();
      if (count >= total) return "spent";
      day = { from, count: count + 1 };
      const key = shard % maxConcurrency;
      const now = performance.now();
      if (now - (acceptedAt.get(key) ?? Number.NEGATIVE_INFINITY) < identifyWindowMs) return "tooEarly";
      acceptedAt.set(key, now);
      return "accepted";
    },
    limit: () => {
      const { from, count } = today();
      return {
        total,
        remaining: total - count,
        reset_after: from + identifies.windowMs - clock.now(),
        max_concurrency: maxConcurrency,
      };
    },
  };
}
