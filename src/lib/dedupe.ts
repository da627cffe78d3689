/** Whether a key is seen for the first time within the window; asking marks it as seen. */
export type IsFirstSeen = (what: string) => boolean;

interface DedupeOptions {
  readonly now: () => number;
  /** How long a key is remembered, in milliseconds. */
  readonly windowMs: number;
  /** Beyond so many keys, the oldest are forgotten early. */
  readonly maxEntries: number;
}

export function createDedupe({ now, windowMs, maxEntries }: DedupeOptions): IsFirstSeen {
  const seen = new Map<string, number>();
  return (what) => {
    for (const [oldest, at] of seen) {
      // A time in the future is one from before the clock jumped back.
      if (seen.size <= maxEntries && Math.abs(now() - at) < windowMs) break;
      seen.delete(oldest);
    }
    if (seen.has(what)) return false;
    seen.set(what, now());
    return true;
  };
}

/** Two presses of one button within so many milliseconds are a double click. */
const doubleClickWindowMs = 1500;
const maxPresses = 10_000;

/** Recognises double clicks: false for the second press. */
export function createPressDedupe(now: () => number): IsFirstSeen {
  return createDedupe({ now, windowMs: doubleClickWindowMs, maxEntries: maxPresses });
}
