import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "../../../src/lib/logger.ts";
import { type ApiFailure, readApiFailure } from "./api-failure.ts";

const maxAttempts = 5;
/** Delay before the next attempt if Slack names none; it grows with each attempt. */
const retryDelayMs = 1000;

/** A failure that another attempt may overcome. */
export type RetryReason = Exclude<ApiFailure["kind"], "final" | "channelUnavailable">;

interface RetryOptions<Request, Result> {
  readonly attempt: (request: Request) => Promise<Result>;
  /** Changes the request for the next attempt; unchanged by default. */
  readonly revise?: (request: Request, reason: RetryReason) => Request;
}

/**
 * Makes a Web API call, again if that may help.
 * @throws the SDK's error if it is final, or after the last attempt
 */
export async function callWithRetry<Request, Result>(
  log: Logger,
  first: Request,
  { attempt, revise = (request) => request }: RetryOptions<Request, Result>,
): Promise<Result> {
  let request = first;
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(request);
    } catch (error) {
      const failure = readApiFailure(error);
      const { kind } = failure;
      if (kind === "final" || kind === "channelUnavailable" || count === maxAttempts) throw error;
      log.warn({ err: error, reason: kind, attempt: count }, "slack: call retried");
      request = revise(request, kind);
      await wait(failure.kind === "rateLimited" ? failure.retryAfterMs : retryDelayMs * count);
    }
  }
}
