import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "../../../src/lib/logger.ts";
import { type Refusal, readRefusal } from "./refusal.ts";

const maxAttempts = 5;
/** Waited before another attempt where Slack names no time, in milliseconds; it grows with each. */
const retryDelayMs = 1000;

/** Why another attempt is worth it. */
export type RetryReason = Exclude<Refusal["kind"], "final" | "nowhere">;

/**
 * Does something by the Web API, again where that may help.
 * @param mend what is done differently at the next attempt
 * @throws what Slack answers, where it is final or stays
 */
export async function retryCall<T, R>(
  log: Logger,
  first: T,
  { attempt, mend }: { attempt: (what: T) => Promise<R>; mend: (what: T, why: RetryReason) => T },
): Promise<R> {
  let what = first;
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(what);
    } catch (error) {
      const refusal = readRefusal(error);
      if (refusal.kind === "final" || refusal.kind === "nowhere" || count === maxAttempts) throw error;
      log.warn({ err: error, count }, `slack: not taken (${refusal.kind})`);
      what = mend(what, refusal.kind);
      await wait(refusal.kind === "later" ? refusal.after : retryDelayMs * count);
    }
  }
}
