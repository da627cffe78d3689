/** Whether something was not seen in the last moments; seeing it counts. */
export type IsFirst = (what: string) => boolean;

/** Pressed again so soon, in milliseconds, a button was pressed once. */
const moment = 1500;

/** Tells a double click from two presses. */
export function createIsFirst(now: () => number): IsFirst {
  const seen = new Map<string, number>();
  return (what) => {
    for (const [other, at] of seen) if (now() - at >= moment) seen.delete(other);
    if (seen.has(what)) return false;
    seen.set(what, now());
    return true;
  };
}
