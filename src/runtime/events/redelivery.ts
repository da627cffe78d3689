import { createKeyedQueue } from "../../lib/keyed-queue.ts";
import type { Logger } from "../../lib/logger.ts";
import { parseJson } from "../../lib/parse-json.ts";
import type { Adapter } from "../../platform/adapter.ts";
import type { Outcome } from "../../platform/outcome.ts";
import type { Clock, Store } from "../../store/store.ts";
import { createEventAge } from "./event-age.ts";
import { type StoredEvent, storedEventSchema } from "./stored-event.ts";

/** Answers the events that were claimed and never finished, through the adapters that they came from. */
export type RedeliverPending = (adapters: readonly Adapter[]) => Promise<void>;

interface RedeliveryOptions {
  readonly store: Store;
  readonly log: Logger;
  readonly now: Clock;
  /** Whether this process is answering or sending the event; then it is left alone. */
  readonly isInProgress: (id: string) => boolean;
  /**
   * Claims the event again, and answers it unless its answer is stored. Undefined if another process has it now, or the
   * store fails.
   */
  readonly answer: (event: StoredEvent) => Promise<Outcome | undefined>;
}

/** After so many milliseconds an answer would only confuse. */
const maxAgeMs = 3_600_000;

export function createRedelivery(options: RedeliveryOptions): RedeliverPending {
  const { store, log, now, isInProgress, answer } = options;
  const ageOf = createEventAge({ now });
  const redeliver = async (adapters: readonly Adapter[], event: StoredEvent): Promise<void> => {
    const adapter = adapters.find(({ name }) => name === event.incoming.address.adapter);
    const outcome = adapter && (await answer(event));
    if (outcome) await deliverLate(adapter, event, outcome);
  };
  return async (adapters) => {
    // Those of one conversation in their order; one that a platform holds up does not hold up the others.
    const inTurn = createKeyedQueue();
    const running: Promise<void>[] = [];
    for (const { id, body } of await store.unfinished()) {
      if (isInProgress(id)) continue;
      const event = parseJson(body, storedEventSchema);
      if (event && ageOf(event.at) <= maxAgeMs) {
        running.push(inTurn(event.incoming.conversation, () => redeliver(adapters, event)));
        continue;
      }
      log.error({ event: id }, "redelivery: event given up, too old or unreadable");
      await store.finish(id);
    }
    await Promise.all(running);
  };
}

/** Sends an answer without the interaction it was asked by; forms and removals are dropped. */
export async function deliverLate(
  adapter: Adapter,
  { incoming }: StoredEvent,
  { reply, complete }: Outcome,
): Promise<void> {
  await complete(async () => {
    if (reply.kind !== "answer") return;
    const { answer, ...how } = reply;
    await adapter.deliver(incoming.address, answer, { ...how, key: incoming.id });
  });
}
