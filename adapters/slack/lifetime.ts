import { setTimeout as wait } from "node:timers/promises";
import { createStopController } from "../../src/lib/stop-controller.ts";

/** When the adapter stops, and when it stops waiting for what is under way. */
export interface Lifetime {
  /** Aborted at once. */
  readonly receiving: AbortSignal;
  /** Aborted when nothing may wait for Slack any longer, such as for the end of a rate limit. */
  readonly sending: AbortSignal;
  /**
   * Lets work in progress finish, for a few seconds. What is not sent then is left unfinished in the store, from where
   * it is sent after the next start.
   */
  stop(finish: () => Promise<void>): Promise<void>;
}

/** How long answers may still wait for Slack. */
const graceMs = 3000;
/** How long stopping takes at most: longer than that only takes a request which Slack does not answer. */
const maxStopMs = 8000;

export function createLifetime(): Lifetime {
  const receiving = createStopController();
  const sending = createStopController();
  return {
    receiving: receiving.signal,
    sending: sending.signal,
    stop: async (finish) => {
      receiving.abort();
      const grace = setTimeout(() => sending.abort(), graceMs);
      await Promise.race([finish(), wait(maxStopMs, undefined, { ref: false })]);
      clearTimeout(grace);
      sending.abort();
    },
  };
}
