/** Delays between attempts to connect: none at first, then longer with each failure. */
export interface BackOff {
  /** @returns milliseconds to wait before the next attempt */
  next(): number;
  /** Records that an attempt succeeded. */
  connected(): void;
}

const firstDelayMs = 1000;
const maxDelayMs = 120_000;
/** A connection that lasted this long resets the delay. */
const stableAfterMs = 60_000;

/** @param now milliseconds */
export function createBackOff(now: () => number): BackOff {
  let failures = 0;
  let connectedAt: number | undefined;
  return {
    next: () => {
      if (connectedAt !== undefined && now() - connectedAt >= stableAfterMs) failures = 0;
      connectedAt = undefined;
      const delayMs = failures < 2 ? 0 : Math.min(maxDelayMs, firstDelayMs * 2 ** (failures - 2));
      failures += 1;
      return delayMs;
    },
    connected: () => {
      connectedAt = now();
    },
  };
}
