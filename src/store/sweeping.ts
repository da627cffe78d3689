import type { Clock } from "./store.ts";

const sweepIntervalMs = 10 * 60_000;

/** Deletes what has expired, every ten minutes in which the store is used. */
export interface Sweeping {
  /** Deletes it now. */
  sweep(): Promise<void>;
  /** Never rejects. */
  sweepIfDue(): Promise<void>;
}

export function createSweeping(now: Clock, deleteExpired: () => Promise<void>): Sweeping {
  let sweptAt = now();
  const sweep = async () => {
    sweptAt = now();
    await deleteExpired();
  };
  return {
    sweep,
    sweepIfDue: async () => {
      // Also due after the clock has jumped back.
      if (Math.abs(now() - sweptAt) < sweepIntervalMs) return;
      // Tried again with the next event where another process is in the way.
      await sweep().catch(() => {
        sweptAt -= sweepIntervalMs;
      });
    },
  };
}
