import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "../../lib/logger.ts";
import type { Store } from "../../store/store.ts";
import { inStoreTime } from "../store-call.ts";

/**
 * Waits until the events that other processes claimed before this one in its conversation are answered, so that answers
 * come in the order of the questions. Gives up waiting after ten seconds.
 * @throws StoreCallError
 */
export type WaitForTurn = (id: string) => Promise<void>;

interface TurnOptions {
  readonly store: Store;
  readonly log: Logger;
  /** Whether this process has an event in progress: those are in order without the store. */
  readonly isInProgress: (id: string) => boolean;
}

/** Longer than an answer takes, and than somebody waits who sees nothing. */
const maxWaitMs = 10_000;
const firstPauseMs = 10;
const longestPauseMs = 200;

export function createWaitForTurn({ store, log, isInProgress }: TurnOptions): WaitForTurn {
  return async (id) => {
    const end = performance.now() + maxWaitMs;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      const earlier = await inStoreTime(store.earlier(id));
      if (earlier.every(isInProgress)) return;
      if (performance.now() + pauseMs >= end) break;
      await wait(pauseMs);
    }
    log.warn(
      { event: id },
      "turn: an earlier event of the conversation takes too long, no longer waited for",
    );
  };
}
