import { setTimeout as wait } from "node:timers/promises";
import { type ApiFailure, readApiFailure } from "./api-failure.ts";
import type { CallContext } from "./web-api-context.ts";

/** With the delays below, all attempts are made within ten seconds, unless Slack asks for longer. */
const maxAttempts = 5;
/** Delay before the next attempt if Slack names none; it grows with each attempt. */
const retryDelayMs = 1000;

/** A failure that another attempt may overcome. */
export type RetryReason = "rateLimited" | "unknownOutcome" | "passes" | "blocks";

interface RetryOptions<Request, Result> {
  readonly attempt: (request: Request) => Promise<Result>;
  /** Changes the request for the next attempt; unchanged by default. */
  readonly revise?: (request: Request, reason: RetryReason) => Request;
}

/**
 * Makes a Web API call, again if that may help.
 * @throws the SDK's error if another attempt does not help, or after the last one; an AbortError if the process ends
 */
export async function callWithRetry<Request, Result>(
  { log, stopping, onFailure }: CallContext,
  first: Request,
  { attempt, revise = (request) => request }: RetryOptions<Request, Result>,
): Promise<Result> {
  let request = first;
  for (let count = 1; ; count += 1) {
    stopping.throwIfAborted();
    try {
      return await attempt(request);
    } catch (error) {
      const failure = readApiFailure(error);
      onFailure(failure);
      const reason = retryReason(failure);
      if (!reason || count === maxAttempts) throw error;
      log.warn({ err: error, reason, attempt: count }, "slack: call retried");
      request = revise(request, reason);
      await wait(delayAfter(failure, count), undefined, { signal: stopping });
    }
  }
}

function delayAfter(failure: ApiFailure, attempt: number): number {
  if (failure.kind === "rateLimited") return failure.retryAfterMs;
  // The next attempt is another request, which need not wait.
  return failure.kind === "blocks" ? 0 : retryDelayMs * attempt;
}

function retryReason({ kind }: ApiFailure): RetryReason | undefined {
  switch (kind) {
    case "rateLimited":
    case "unknownOutcome":
    case "passes":
    case "blocks":
      return kind;
    case "stays":
    case "gone":
    case "token":
    case "unknown":
      return undefined;
  }
}
