import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../bench/random.ts";

/** The questions of a round are spread over this time. */
export const roundDurationMs = 600;

/** Waits for a random time. */
export function pause(random: Random, maxMs = roundDurationMs): Promise<void> {
  return wait(random() * maxMs);
}

/** Polls until the condition holds or the time is over. */
export async function waitUntil(
  timeoutMs: number,
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await condition()) && Date.now() < end) await wait(10);
}

interface QuietOptions {
  /** Calls the listener after each change. Returns a function that removes it. */
  readonly onChange: (listener: () => void) => () => void;
  /** How many looks in a row, 10 ms apart, must find no change. */
  readonly looks: number;
  readonly timeoutMs: number;
}

/**
 * Waits until nothing has changed for a while. That is counted in looks, not read off the clock: a process that is busy
 * for half a second would take the time in which it could do nothing for silence.
 */
export async function waitUntilQuiet({ onChange, looks, timeoutMs }: QuietOptions): Promise<void> {
  let found = 0;
  const stopListening = onChange(() => {
    found = 0;
  });
  await waitUntil(timeoutMs, () => {
    found += 1;
    return found > looks;
  });
  stopListening();
}
