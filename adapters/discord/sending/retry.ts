import { setTimeout as wait } from "node:timers/promises";
import { readRefusal } from "./refusal.ts";

/** Waited before each further attempt, in milliseconds; each is several of discord.js's, which come at once. */
const retryDelaysMs = [100, 1000, 5000, 20_000];

/**
 * Does what may be done twice again, while it stays unclear whether it was done.
 * @throws what Discord says, or what is unclear to the end
 */
export async function retryIdempotent<T>(attempt: () => Promise<T>): Promise<T> {
  for (const breath of retryDelaysMs) {
    try {
      return await attempt();
    } catch (error) {
      if (readRefusal(error) !== "unclear") throw error;
      await wait(breath);
    }
  }
  return attempt();
}
