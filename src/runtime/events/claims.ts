import { setTimeout as wait } from "node:timers/promises";
import { createKeyedQueue } from "../../lib/keyed-queue.ts";
import type { Logger } from "../../lib/logger.ts";
import { withTimeout } from "../../lib/with-timeout.ts";
import type { Store } from "../../store/store.ts";
import { storeTimeoutMs } from "../runtime-options.ts";
import { type StoredEvent, toStoredEvent } from "./stored-event.ts";

/** How long an event belongs to the process that claimed it, in milliseconds, unless it is renewed; then it is redelivered. */
export const leaseMs = 60_000;

/** `refused`: the store did not take the event. */
export type Claim = Awaited<ReturnType<Store["claim"]>> | "refused";

/** The events that this process has claimed and not finished yet. */
export interface Claims {
  /** Claims an event; for two seconds, if the store fails. Never rejects. */
  claim(event: StoredEvent): Promise<Claim>;
  /** Marks an event as done. Never rejects. */
  finish(id: string): Promise<void>;
  /** Gives up a claim, so that the event is redelivered once its lease has expired, and nobody waits for it until then. */
  release(id: string): void;
  /** Keeps the events that are in progress for another lease, so that no other process takes them. Never rejects. */
  renew(): Promise<void>;
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
  /** Those of one conversation one after the other, so that they have their places in the order in which they came. */
  const inOrder = createKeyedQueue();

  const noteLateClaim = (id: string) => {
    for (const [old, at] of lateClaims) if (performance.now() - at > lateClaimMs) lateClaims.delete(old);
    lateClaims.set(id, performance.now());
  };
  const takeLateClaim = (id: string): boolean => {
    const at = lateClaims.get(id);
    lateClaims.delete(id);
    return at !== undefined && performance.now() - at <= lateClaimMs;
  };

  const callStore = (event: StoredEvent, body: string, timeoutMs: number): Promise<Claim> => {
    const { id, conversation } = event.incoming;
    let isAwaited = true;
    const call = store.claim(id, body, leaseMs, conversation).then((claim) => {
      if (claim === "new" && !isAwaited) noteLateClaim(id);
      return claim;
    });
    return withTimeout(timeoutMs, call).finally(() => {
      isAwaited = false;
    });
  };

  const claimOnce = async (event: StoredEvent, end: number): Promise<Claim> => {
    const { id } = event.incoming;
    const body = JSON.stringify(toStoredEvent(event));
    for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
      try {
        return await callStore(event, body, Math.max(1, end - performance.now()));
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
      const { id, conversation } = event.incoming;
      // Also where the clock has jumped, so that the claim looks expired.
      if (inProgress.has(id)) return "busy";
      const other = claiming.get(id);
      if (other) return (await other) === "refused" ? "refused" : "busy";
      const end = performance.now() + storeTimeoutMs;
      const claimed = inOrder(conversation, () => claimOnce(event, end));
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
    release: (id) => {
      inProgress.delete(id);
      // Without it, those behind it wait for it in vain, until they give up waiting.
      store.leave(id).catch(() => {});
    },
    renew: async () => {
      if (inProgress.size === 0) return;
      await store.renew([...inProgress], leaseMs).catch((error: unknown) => {
        log.warn({ err: error }, "store: leases of events in progress not renewed");
      });
    },
    isInProgress: (id) => inProgress.has(id),
  };
}
