import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "../../lib/logger.ts";
import { withTimeout } from "../../lib/with-timeout.ts";
import type { Store } from "../../store/store.ts";
import { storeTimeoutMs } from "../runtime-options.ts";
import { type StoredEvent, toStoredEvent } from "./stored-event.ts";

/** How long an event belongs to the process that claimed it, in milliseconds; then it is redelivered. */
export const leaseMs = 60_000;

/** `refused`: the store did not take the event. */
export type Claim = Awaited<ReturnType<Store["claim"]>> | "refused";

/** The events that this process has claimed and not finished yet. */
export interface Claims {
  /** Claims an event; for two seconds, if the store fails. Never rejects. */
  claim(event: StoredEvent): Promise<Claim>;
  /** Marks an event as done. Never rejects. */
  finish(id: string): Promise<void>;
  /** Gives up a claim, so that the event is redelivered once its lease has expired. */
  release(id: string): void;
  /** Whether this process is answering or sending the event now. */
  isInProgress(id: string): boolean;
}

/** The pauses between the attempts, in milliseconds; each is twice the one before. */
const firstPauseMs = 25;
/** For so long this process may still use a claim that the store made after it had given up waiting. */
const lateClaimMs = leaseMs / 2;

export function createClaims({ store, log }: { readonly store: Store; readonly log: Logger }): Claims {
  const inProgress = new Set<string>();
  const claiming = new Map<string, Promise<Claim>>();
  /** When the store made a claim that this process did not wait for, by `performance.now()`. */
  const lateClaims = new Map<string, number>();

  const noteLateClaim = (id: string) => {
    for (const [old, at] of lateClaims) if (performance.now() - at > lateClaimMs) lateClaims.delete(old);
    lateClaims.set(id, performance.now());
  };
  const takeLateClaim = (id: string): boolean => {
    const at = lateClaims.get(id);
    lateClaims.delete(id);
    return at !== undefined && performance.now() - at <= lateClaimMs;
  };

  const callStore = (id: string, body: string, timeoutMs: number): Promise<Claim> => {
    let isAwaited = true;
    const call = store.claim(id, body, leaseMs).then((claim) => {
      if (claim === "new" && !isAwaited) noteLateClaim(id);
      return claim;
    });
    return withTimeout(timeoutMs, call).finally(() => {
      isAwaited = false;
    });
  };

  const claimOnce = async (id: string, body: string): Promise<Claim> => {
    const end = performance.now() + storeTimeoutMs;
    for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
      try {
        return await callStore(id, body, Math.max(1, end - performance.now()));
      } catch (error) {
        if (performance.now() + pauseMs >= end) {
          log.error({ err: error, event: id }, "store: claim failed");
          return "refused";
        }
        await wait(pauseMs);
      }
    }
  };

  return {
    claim: async (event) => {
      const { id } = event.incoming;
      // Also where the clock has jumped, so that the claim looks expired.
      if (inProgress.has(id)) return "busy";
      const other = claiming.get(id);
      if (other) return (await other) === "refused" ? "refused" : "busy";
      const claimed = claimOnce(id, JSON.stringify(toStoredEvent(event)));
      claiming.set(id, claimed);
      const answered = await claimed;
      claiming.delete(id);
      const claim = answered === "busy" && takeLateClaim(id) ? "new" : answered;
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
