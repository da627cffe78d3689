import { setTimeout as wait } from "node:timers/promises";
import { createDedupe } from "../../lib/dedupe.ts";
import { createStopController } from "../../lib/stop-controller.ts";
import type { Incoming } from "../../platform/incoming.ts";
import type { Outcome } from "../../platform/outcome.ts";
import { apology, silence } from "../outcomes.ts";
import type { RuntimeOptions } from "../runtime-options.ts";
import type { Claim, Claims } from "./claims.ts";
import { deliverLate } from "./redelivery.ts";
import type { StoredEvent } from "./stored-event.ts";

/** Events that the store would not take, or failed in the middle of. They are tried again from memory. */
export interface Deferral {
  /**
   * Keeps an event to be answered later, and tells the person so.
   * @param isClaimed whether this process has the event in the store
   */
  defer(event: StoredEvent, isClaimed: boolean): Outcome;
  /** Gives up on all events; those that are claimed are redelivered after the next start. */
  stop(): void;
}

interface DeferralOptions {
  readonly claims: Claims;
  /** Answers a claimed event in the turn of its conversation. Rejects if the store fails again. */
  readonly answer: (event: StoredEvent) => Promise<Outcome>;
}

const firstPauseMs = 250;
const longestPauseMs = 5000;
/** How long an event is kept that is not in the store. */
const unclaimedMs = 10 * 60_000;
/** How long one is kept that is: less than its lease, after which it is redelivered. */
const claimedMs = 45_000;
const maxEvents = 1000;
/** One apology a person and minute. */
const apologyWindowMs = 60_000;
const maxPeople = 10_000;

export function createDeferral(options: RuntimeOptions, { claims, answer }: DeferralOptions): Deferral {
  const { log, adapters = () => [] } = options;
  const stopping = createStopController();
  const isFirstApology = createDedupe({
    now: () => performance.now(),
    windowMs: apologyWindowMs,
    maxEntries: maxPeople,
  });
  let kept = 0;
  const adapterOf = ({ address }: Incoming) => adapters().find(({ name }) => name === address.adapter);

  /** @returns whether the event is done with */
  const answerClaimed = async (event: StoredEvent): Promise<boolean> => {
    const adapter = adapterOf(event.incoming);
    if (!adapter) return false;
    return answer(event).then(
      async (outcome) => {
        await deliverLate(adapter, event, outcome);
        return true;
      },
      () => false,
    );
  };

  /** @returns whether one attempt succeeded in time */
  const tryFor = async (milliseconds: number, attempt: () => Promise<boolean>): Promise<boolean> => {
    const end = performance.now() + milliseconds;
    for (
      let pauseMs = firstPauseMs;
      performance.now() < end;
      pauseMs = Math.min(2 * pauseMs, longestPauseMs)
    ) {
      await wait(pauseMs, undefined, { ref: false, signal: stopping.signal });
      if (await attempt()) return true;
    }
    return false;
  };

  const claimLate = async (event: StoredEvent): Promise<Claim> => {
    let claim: Claim = "refused";
    await tryFor(unclaimedMs, async () => {
      claim = await claims.claim(event);
      return claim !== "refused";
    });
    return claim;
  };

  const keepTrying = async (event: StoredEvent, isClaimed: boolean): Promise<void> => {
    const { id } = event.incoming;
    const claim = isClaimed ? "new" : await claimLate(event);
    if (claim === "busy" || claim === "done") return;
    if (claim === "new" && (await tryFor(claimedMs, () => answerClaimed(event)))) return;
    claims.release(id);
    log.error({ event: id, claim }, "event: given up, since the store still fails");
  };

  const apologise = (incoming: Incoming, isKept: boolean): Outcome => {
    const isRetold = incoming.input.kind === "question" && incoming.place !== "aside";
    if (isRetold && !isFirstApology(incoming.person)) {
      const kind = isKept ? "deferred" : "failed";
      return silence("an apology was sent within the minute", { kind });
    }
    return apology(options, incoming, isKept ? "delayed" : "fault");
  };

  return {
    defer: (event, isClaimed) => {
      const { incoming } = event;
      const isKept = adapterOf(incoming) !== undefined && kept < maxEvents;
      if (isKept) {
        kept += 1;
        keepTrying(event, isClaimed)
          .catch(() => claims.release(incoming.id))
          .finally(() => {
            kept -= 1;
          });
      } else claims.release(incoming.id);
      return {
        ...apologise(incoming, isKept || isClaimed),
        stored: isClaimed,
        key: `${incoming.id}/apology`,
      };
    },
    stop: () => stopping.abort(),
  };
}
