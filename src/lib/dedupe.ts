/** Whether something was not seen lately; seeing it counts. */
export type IsFirstSeen = (what: string) => boolean;

interface DedupeOptions {
  readonly now: () => number;
  /** How long "lately" is, in milliseconds. */
  readonly windowMs: number;
  /** Of more than so many things the oldest are forgotten earlier. */
  readonly maxEntries: number;
}

export function createDedupe({ now, windowMs, maxEntries }: DedupeOptions): IsFirstSeen {
  const seen = new Map<string, number>();
  return (what) => {
    for (const [oldest, at] of seen) {
      if (seen.size <= maxEntries && now() - at < windowMs) break;
      seen.delete(oldest);
    }
    if (seen.has(what)) return false;
    seen.set(what, now());
    return true;
  };
}

/** Pressed again so soon, in milliseconds, a button was pressed once. */
const doubleClickWindowMs = 1500;
/** Presses told apart, at most. */
const maxPresses = 10_000;

/** Tells a double click from two presses. */
export function createPressDedupe(now: () => number): IsFirstSeen {
  return createDedupe({ now, windowMs: doubleClickWindowMs, maxEntries: maxPresses });
}
