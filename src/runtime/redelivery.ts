import type { Logger } from "../lib/logger.ts";
import { parseJson } from "../lib/parse-json.ts";
import type { Adapter } from "../platform/adapter.ts";
import type { Outcome } from "../platform/outcome.ts";
import type { Clock, Store } from "../store/store.ts";
import { type StoredEvent, storedEventSchema } from "./stored-event.ts";

/** Sends what was received before a crash, or could not be sent, through those adapters that it came from. */
export type RedeliverPending = (adapters: readonly Adapter[]) => Promise<void>;

interface RedeliveryOptions {
  readonly store: Store;
  readonly log: Logger;
  readonly now: Clock;
  /** Whether this process is answering or sending an event, which is then left to it. */
  readonly isUnderWay: (id: string) => boolean;
  /** Claims the event again, and answers it or has its answer ready. */
  readonly handle: (kept: StoredEvent) => Promise<Outcome>;
}

/** An answer that could not be sent for so long, in milliseconds, would only confuse. */
const maxAgeMs = 3_600_000;

export function createRedelivery({
  store,
  log,
  now,
  isUnderWay,
  handle,
}: RedeliveryOptions): RedeliverPending {
  return async (adapters) => {
    for (const { id, body } of await store.unfinished()) {
      if (isUnderWay(id)) continue;
      const kept = parseJson(body, storedEventSchema);
      if (!kept || now() - kept.at > maxAgeMs) {
        log.error({ event: id }, "an unanswered message is given up: it is too old or can't be read");
        await store.finish(id);
        continue;
      }
      const { address } = kept.incoming;
      const adapter = adapters.find(({ name }) => name === address.adapter);
      if (adapter) await redeliver(adapter, { id, kept }, await handle(kept));
    }
  };
}

/** Of what can't be said later, as a form, nothing is left to do. */
async function redeliver(
  adapter: Adapter,
  { id, kept }: { readonly id: string; readonly kept: StoredEvent },
  { reply, complete }: Outcome,
): Promise<void> {
  await complete(async () => {
    if (reply.kind !== "answer") return;
    const { answer, ...how } = reply;
    await adapter.deliver(kept.incoming.address, answer, { ...how, key: id });
  });
}
