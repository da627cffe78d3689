import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../bench/random.ts";

/** The questions of a round are spread over this time. */
export const roundDurationMs = 600;

/** Waits for a random time. */
export function pause(random: Random, maxMs = roundDurationMs): Promise<void> {
  return wait(random() * maxMs);
}

/** Polls until the condition holds or the time is over. */
export async function waitUntil(timeoutMs: number, condition: () => boolean): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!condition() && Date.now() < end) await wait(10);
}
