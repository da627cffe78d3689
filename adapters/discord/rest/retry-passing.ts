import { setTimeout as wait } from "node:timers/promises";
import { RateLimitError } from "discord.js";
import { readApiFailure } from "./api-failure.ts";
import { rateLimitWaitMs } from "./rest-options.ts";

/** The delay before each repetition, in milliseconds. The last one is repeated. */
const delaysMs = [200, 500, 1000, 2000, 4000];
/** A rate limit that lasts longer is not waited for: the event is redelivered. */
const maxRateLimitMs = 30_000;
/** One 401 may be Discord's own trouble: discordjs/discord.js#9196. More are not worth the try. */
const maxTokenRefusals = 3;

interface RetryOptions {
  /** How long to repeat, in milliseconds from the first attempt. */
  readonly windowMs: number;
  /** Ends all waiting; what waits is rejected with its last failure. */
  readonly signal: AbortSignal;
}

/**
 * Repeats a request that fails for a reason that passes. It may have been executed: messages carry a nonce, an
 * interaction has one initial response, and all else may be done twice.
 * @throws the last failure
 */
export async function retryPassing<T>(
  request: () => Promise<T>,
  { windowMs, signal }: RetryOptions,
): Promise<T> {
  const startedAt = Date.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      const delayMs = delayBefore(error, attempt);
      const limitMs = error instanceof RateLimitError ? Math.max(windowMs, maxRateLimitMs) : windowMs;
      if (delayMs === undefined || Date.now() + delayMs - startedAt > limitMs) throw error;
      const isOver = await wait(delayMs, false, { signal }).catch(() => true);
      if (isOver) throw error;
    }
  }
}

/** Undefined if the request is not to be repeated. */
function delayBefore(error: unknown, attempt: number): number | undefined {
  if (error instanceof RateLimitError) return rateLimitWaitMs(error);
  const delayMs = delaysMs[Math.min(attempt, delaysMs.length - 1)];
  switch (readApiFailure(error)) {
    case "passes":
      return delayMs;
    case "token":
      return attempt < maxTokenRefusals - 1 ? delayMs : undefined;
    case "stays":
    case "dmsClosed":
    case "gone":
    case "expired":
    case "acknowledged":
      return undefined;
  }
}
