/** How long to wait before a connection is tried, in milliseconds: nothing at first, then longer each time. */
export interface BackOff {
  next(): number;
  /** A connection stands. */
  connected(): void;
}

const firstDelayMs = 1000;
const maxDelayMs = 120_000;
/** A connection that stood so long, in milliseconds, was no failure. */
const stableAfterMs = 60_000;

/** @param now milliseconds */
export function createBackOff(now: () => number): BackOff {
  let failures = 0;
  let connectedAt: number | undefined;
  return {
    next: () => {
      if (connectedAt !== undefined && now() - connectedAt >= stableAfterMs) failures = 0;
      connectedAt = undefined;
      const wait = failures < 2 ? 0 : Math.min(maxDelayMs, firstDelayMs * 2 ** (failures - 2));
      failures += 1;
      return wait;
    },
    connected: () => {
      connectedAt = now();
    },
  };
}
