import type { Logger } from "../insight/log.ts";
import { readStored } from "../lib/parse-json.ts";
import type { Adapter, Outcome } from "../platform/adapter.ts";
import type { Clock, Store } from "../store/store.ts";
import { type KeptEvent, keptEventSchema } from "./stored-event.ts";

/** Sends what was received before a crash, or could not be sent, through those adapters that it came from. */
export type Recover = (adapters: readonly Adapter[]) => Promise<void>;

interface Parts {
  readonly store: Store;
  readonly log: Logger;
  readonly now: Clock;
  /** Whether this process is answering or sending an event, which is then left to it. */
  readonly isUnderWay: (id: string) => boolean;
  /** Claims the event again, and answers it or has its answer ready. */
  readonly handle: (kept: KeptEvent) => Promise<Outcome>;
}

/** An answer that could not be sent for so long, in milliseconds, would only confuse. */
const worthSending = 3_600_000;

export function createRecover({ store, log, now, isUnderWay, handle }: Parts): Recover {
  return async (adapters) => {
    for (const { id, body } of await store.unfinished()) {
      if (isUnderWay(id)) continue;
      const kept = readStored(body, keptEventSchema);
      if (!kept || now() - kept.at > worthSending) {
        log.error({ event: id }, "an unanswered message is given up: it is too old or can't be read");
        await store.finish(id);
        continue;
      }
      const { address } = kept.incoming;
      const adapter = adapters.find(({ name }) => name === address.adapter);
      if (adapter) await sendLate(adapter, { id, kept }, await handle(kept));
    }
  };
}

/** Of what can't be said later, as a form, nothing is left to do. */
async function sendLate(
  adapter: Adapter,
  { id, kept }: { readonly id: string; readonly kept: KeptEvent },
  { reply, settle }: Outcome,
): Promise<void> {
  await settle(async () => {
    if (reply.kind !== "answer") return;
    const { answer, ...how } = reply;
    await adapter.deliver(kept.incoming.address, answer, { ...how, key: id });
  });
}
