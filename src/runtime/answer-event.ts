import type { Outcome } from "../platform/outcome.ts";
import { UndeliverableError } from "../platform/undeliverable-error.ts";
import type { Claims } from "./events/claims.ts";
import type { StoredEvent } from "./events/stored-event.ts";
import { createWaitForTurn } from "./events/turns.ts";
import { answerOnly, apology, onlySend } from "./outcomes.ts";
import type { ProcessEvent, ProcessedEvent } from "./process-event.ts";
import type { RuntimeOptions } from "./runtime-options.ts";
import { StoreCallError } from "./store-call.ts";

/**
 * Works out the outcome of an event that this process has claimed.
 * @throws StoreCallError if the store fails meanwhile
 */
export type AnswerEvent = (event: StoredEvent) => Promise<Outcome>;

/** @param claims the events in progress; the outcome's `complete` finishes its own */
export function createAnswerEvent(
  options: RuntimeOptions,
  claims: Claims,
  processEvent: ProcessEvent,
): AnswerEvent {
  const { store, log, trace, isOneOfSeveral } = options;
  const waitForTurn = isOneOfSeveral
    ? createWaitForTurn({ store, log, isInProgress: claims.isInProgress })
    : undefined;

  /** Records the facts while the answer is being sent. */
  const completing = (
    id: string,
    { recordFacts, afterwards }: Partial<Pick<ProcessedEvent, "recordFacts" | "afterwards">>,
  ): Outcome["complete"] => {
    return async (send) => {
      try {
        await Promise.all([send(), recordFacts?.()]);
        trace?.({ kind: "sent", id });
        await claims.finish(id);
        await afterwards?.();
      } catch (error) {
        if (error instanceof UndeliverableError) {
          log.error({ err: error, event: id }, "event: answer refused, finished without it");
          return claims.finish(id);
        }
        claims.release(id);
        log.error({ err: error, event: id }, "event: send failed, redelivered later");
      }
    };
  };

  const answerClaimed = async (event: StoredEvent): Promise<Outcome> => {
    const { id } = event.incoming;
    await waitForTurn?.(id);
    if (event.reply) return { ...answerOnly(event.reply), complete: completing(id, {}) };
    const processed = await processEvent(event);
    const { reply, effects } = processed;
    if (reply.kind !== "silence")
      return { reply, effects, stored: true, complete: completing(id, processed) };
    await processed.recordFacts();
    await claims.finish(id);
    return { reply, effects, stored: true, complete: onlySend };
  };

  return async (event) => {
    const { incoming } = event;
    try {
      return await answerClaimed(event);
    } catch (error) {
      log.error({ err: error, event: incoming.id }, "event: processing failed");
      if (error instanceof StoreCallError) throw error;
      await claims.finish(incoming.id);
      return apology(options, incoming, "fault");
    }
  };
}
