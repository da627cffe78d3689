import type { Outcome } from "../platform/outcome.ts";
import type { Claims } from "./claims.ts";
import { answerOnly, apology, onlySend, silence } from "./outcomes.ts";
import type { ProcessEvent, ProcessedEvent } from "./process-event.ts";
import type { RuntimeOptions } from "./runtime-options.ts";
import type { StoredEvent } from "./stored-event.ts";

/** Claims an event and works out its outcome. Never rejects. */
export type AnswerEvent = (event: StoredEvent) => Promise<Outcome>;

/** @param claims the events in progress; the outcome's `complete` finishes its own */
export function createAnswerEvent(
  options: RuntimeOptions,
  claims: Claims,
  processEvent: ProcessEvent,
): AnswerEvent {
  const { log, trace } = options;

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
        claims.release(id);
        log.error({ err: error, event: id }, "event: send failed, redelivered later");
      }
    };
  };

  const answerClaimed = async (event: StoredEvent): Promise<Outcome> => {
    const { id } = event.incoming;
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
    const claim = await claims.claim(event);
    if (claim === "refused") return { ...apology(options, incoming), stored: false };
    if (claim !== "new") return silence(`the event is ${claim}`);
    try {
      return await answerClaimed(event);
    } catch (error) {
      log.error({ err: error, event: incoming.id }, "event: processing failed");
      await claims.finish(incoming.id);
      return apology(options, incoming);
    }
  };
}
