/** Delays between attempts to connect: none at first, then longer with each failure. */
export interface BackOff {
  /**
   * @param identifies whether the attempt begins a new session
   * @returns milliseconds to wait before the next attempt
   */
  next(identifies: boolean): number;
  /** Records that an attempt succeeded, by resuming a session or by beginning one. */
  connected(how: "resumed" | "identified"): void;
}

const firstDelayMs = 1000;
const maxDelayMs = 120_000;
/**
 * Discord resets the token of a bot that begins 1,000 sessions in a day (events/gateway#identifying). Beyond so many
 * within an hour, each further one waits the longest delay: fewer than 750 in a day.
 */
const maxSessionsPerHour = 20;
const hourMs = 3_600_000;

/** @param now milliseconds */
export function createBackOff(now: () => number): BackOff {
  let failures = 0;
  let sessionStarts: readonly number[] = [];
  return {
    next: (identifies) => {
      sessionStarts = sessionStarts.filter((at) => now() - at < hourMs);
      const delayMs = failures < 2 ? 0 : Math.min(maxDelayMs, firstDelayMs * 2 ** (failures - 2));
      failures += 1;
      return identifies && sessionStarts.length >= maxSessionsPerHour ? maxDelayMs : delayMs;
    },
    connected: (how) => {
      failures = 0;
      if (how === "identified") sessionStarts = [...sessionStarts, now()];
    },
  };
}
