import { setTimeout as wait } from "node:timers/promises";
import { readApiFailure } from "./api-failure.ts";

/** Delay before each retry. discord.js has already made several attempts in a row by then. */
const retryDelaysMs = [100, 1000, 5000, 20_000];

/**
 * Retries an idempotent request while its outcome is unknown.
 * @throws DiscordAPIError at once if Discord refuses the request; otherwise the last attempt's error
 */
export async function retryIdempotent<T>(request: () => Promise<T>): Promise<T> {
  for (const delayMs of retryDelaysMs) {
    try {
      return await request();
    } catch (error) {
      if (readApiFailure(error) !== "unknownOutcome") throw error;
      await wait(delayMs);
    }
  }
  return request();
}
