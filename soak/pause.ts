import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../bench/random.ts";

/** How long the questions of a round are spread over, in milliseconds. */
export const roundDurationMs = 600;

export function pause(random: Random, most = roundDurationMs): Promise<void> {
  return wait(random() * most);
}

/** Waits until something is so, but not longer. */
export async function waitUntil(milliseconds: number, isSo: () => boolean): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!isSo() && Date.now() < end) await wait(10);
}
