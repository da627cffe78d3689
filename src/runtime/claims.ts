import type { Logger } from "../lib/logger.ts";
import { withTimeout } from "../lib/with-timeout.ts";
import type { Store } from "../store/store.ts";
import { storeTimeoutMs } from "./runtime-options.ts";
import { type StoredEvent, toStoredEvent } from "./stored-event.ts";

/** How long an event belongs to the process that claimed it, in milliseconds; then it is redelivered. */
export const leaseMs = 60_000;

/** `refused`: the store did not take the event. */
type Claim = Awaited<ReturnType<Store["claim"]>> | "refused";

/** The events that this process has claimed and not finished yet. */
export interface Claims {
  /** Claims an event. Never rejects. */
  claim(event: StoredEvent): Promise<Claim>;
  /** Marks an event as done. Never rejects. */
  finish(id: string): Promise<void>;
  /** Gives up a claim, so that the event is redelivered once its lease has expired. */
  release(id: string): void;
  /** Whether this process is answering or sending the event now. */
  isInProgress(id: string): boolean;
}

export function createClaims({ store, log }: { readonly store: Store; readonly log: Logger }): Claims {
  const inProgress = new Set<string>();
  return {
    claim: async (event) => {
      const { id } = event.incoming;
      const body = JSON.stringify(toStoredEvent(event));
      const claim = await withTimeout(storeTimeoutMs, store.claim(id, body, leaseMs)).catch(
        (error: unknown) => {
          log.error({ err: error, event: id }, "store: claim failed");
          return "refused" as const;
        },
      );
      if (claim === "new") inProgress.add(id);
      return claim;
    },
    finish: (id) => {
      inProgress.delete(id);
      return withTimeout(storeTimeoutMs, store.finish(id)).catch((error: unknown) => {
        log.error({ err: error, event: id }, "store: finish failed");
      });
    },
    release: (id) => void inProgress.delete(id),
    isInProgress: (id) => inProgress.has(id),
  };
}
