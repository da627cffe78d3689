/** Delays between attempts to connect: none at first, then longer with each failure of the same shard. */
export interface BackOff {
  /** @returns milliseconds to wait before the next attempt */
  next(attempt: Attempt): number;
  /** Records that an attempt succeeded, by resuming a session or by beginning one. */
  connected(shard: number, how: "resumed" | "identified"): void;
}

interface Attempt {
  readonly shard: number;
  readonly shardCount: number;
  /** Whether it begins a new session. */
  readonly identifies: boolean;
}

const firstDelayMs = 1000;
const maxDelayMs = 120_000;
/**
 * Discord resets the token of a bot that begins 1,000 sessions in a day (events/gateway#identifying). So the shards
 * share a budget: this many sessions, two more for each shard, and one more each time the interval has passed. Where it
 * is spent, a shard waits one interval for each shard. With 60 shards that makes fewer than 950 sessions in a day.
 */
const spareSessions = 20;
const sessionIntervalMs = 120_000;

/** @param now milliseconds */
export function createBackOff(now: () => number): BackOff {
  const failures = new Map<number, number>();
  let spent = { sessions: 0, at: now() };
  const spentSessions = () => Math.max(0, spent.sessions - (now() - spent.at) / sessionIntervalMs);
  return {
    next: ({ shard, shardCount, identifies }) => {
      const failed = failures.get(shard) ?? 0;
      failures.set(shard, failed + 1);
      const isSpent = spentSessions() >= spareSessions + 2 * shardCount;
      if (identifies && isSpent) return sessionIntervalMs * shardCount;
      return failed < 2 ? 0 : Math.min(maxDelayMs, firstDelayMs * 2 ** (failed - 2));
    },
    connected: (shard, how) => {
      failures.delete(shard);
      if (how === "identified") spent = { sessions: spentSessions() + 1, at: now() };
    },
  };
}
