import type { RateLimitData, RESTOptions } from "discord.js";
import { makeRequest } from "./make-request.ts";

/** How long one attempt may take, in milliseconds. */
const attemptTimeoutMs = 3000;
/** Longer waits are not for discord.js, whose waiting can't be ended. */
const maxWaitInsideMs = 2000;

/** The options of every REST client here. What has to wait is rejected with RateLimitError, unless it is short. */
export function restOptions(api: string | undefined): Partial<RESTOptions> {
  return {
    ...(api !== undefined && { api }),
    makeRequest,
    timeout: attemptTimeoutMs,
    rejectOnRateLimit: (limit) => rateLimitWaitMs(limit) > maxWaitInsideMs,
  };
}

/** How long a rate limit lasts, in milliseconds. */
export function rateLimitWaitMs({ retryAfter, sublimitTimeout, timeToReset }: RateLimitData): number {
  return Math.max(0, retryAfter, sublimitTimeout, timeToReset);
}
