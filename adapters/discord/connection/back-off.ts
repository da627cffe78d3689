/** How long to wait before a connection is tried, in milliseconds: nothing at first, then longer each time. */
export interface BackOff {
  next(): number;
  /** A connection stands. */
  connected(): void;
}

const first = 1000;
const longest = 120_000;
/** A connection that stood so long, in milliseconds, was no failure. */
const stable = 60_000;

/** @param now milliseconds */
export function createBackOff(now: () => number): BackOff {
  let failures = 0;
  let connectedAt: number | undefined;
  return {
    next: () => {
      if (connectedAt !== undefined && now() - connectedAt >= stable) failures = 0;
      connectedAt = undefined;
      const wait = failures < 2 ? 0 : Math.min(longest, first * 2 ** (failures - 2));
      failures += 1;
      return wait;
    },
    connected: () => {
      connectedAt = now();
    },
  };
}
