/** Whether something was not seen lately; seeing it counts. */
export type IsFirst = (what: string) => boolean;

interface Remembering {
  readonly now: () => number;
  /** How long "lately" is, in milliseconds. */
  readonly lasts: number;
  /** Of more than so many things the oldest are forgotten earlier. */
  readonly most: number;
}

export function createIsFirst({ now, lasts, most }: Remembering): IsFirst {
  const seen = new Map<string, number>();
  return (what) => {
    for (const [oldest, at] of seen) {
      if (seen.size <= most && now() - at < lasts) break;
      seen.delete(oldest);
    }
    if (seen.has(what)) return false;
    seen.set(what, now());
    return true;
  };
}

/** Pressed again so soon, in milliseconds, a button was pressed once. */
const doubleClick = 1500;
/** Presses told apart, at most. */
const presses = 10_000;

/** Tells a double click from two presses. */
export function createIsFirstPress(now: () => number): IsFirst {
  return createIsFirst({ now, lasts: doubleClick, most: presses });
}
