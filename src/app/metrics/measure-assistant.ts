import type { Adapter } from "../../platform/adapter.ts";
import type { Incoming } from "../../platform/incoming.ts";
import type { Handle, Outcome } from "../../platform/outcome.ts";
import { UndeliverableError } from "../../platform/undeliverable-error.ts";
import type { Assistant } from "../../runtime/assistant.ts";
import type { Instruments } from "./instruments.ts";

interface Options {
  readonly instruments: Instruments;
  /** The platform of an event as a label. */
  readonly platformOf: (name: string) => string;
  /** Milliseconds since any moment. */
  readonly elapsed: () => number;
}

/** Counts events and redeliveries, and measures how long they take. */
export function measureAssistant(assistant: Assistant, options: Options): Assistant {
  const { instruments, platformOf } = options;
  return {
    ...assistant,
    handle: measureHandle(assistant.handle, options),
    redeliverPending: (adapters) =>
      assistant.redeliverPending(
        adapters.map((adapter) => countDeliveries(adapter, instruments, platformOf(adapter.name))),
      ),
  };
}

function measureHandle(handle: Handle, { instruments, platformOf, elapsed }: Options): Handle {
  const { events, acknowledge, answer, refusals } = instruments;
  return async (incoming: Incoming, about = {}) => {
    const begun = elapsed();
    const platform = platformOf(incoming.address.adapter);
    const secondsSince = () => (elapsed() - begun) / 1000;
    const onClaimed = () => {
      acknowledge.observe({ platform }, secondsSince());
      about.onClaimed?.();
    };
    const outcome = await handle(incoming, { ...about, onClaimed });
    const { reply, exception, complete } = outcome;
    if (exception?.kind === "refused") refusals.inc({ platform, limit: exception.limit });
    if (exception || reply.kind === "silence") {
      events.inc({ platform, outcome: exception?.kind ?? "quiet" });
      return outcome;
    }
    const onSent = () => {
      events.inc({ platform, outcome: sentAs[reply.kind] });
      answer.observe({ platform }, secondsSince());
    };
    const onFailed = (error: unknown) => events.inc({ platform, outcome: failedAs(error) });
    return { ...outcome, complete: (send) => complete(() => follow(send, { onSent, onFailed })) };
  };
}

const sentAs = {
  answer: "answered",
  form: "form",
  invalid: "form",
  remove: "removed",
} as const satisfies Record<Exclude<Outcome["reply"]["kind"], "silence">, string>;

function countDeliveries(adapter: Adapter, { redeliveries }: Instruments, platform: string): Adapter {
  return {
    ...adapter,
    deliver: (...given) =>
      follow(() => adapter.deliver(...given), {
        onSent: () => redeliveries.inc({ platform, result: "delivered" }),
        onFailed: (error) => redeliveries.inc({ platform, result: failedAs(error) }),
      }),
  };
}

function failedAs(error: unknown): "undeliverable" | "unsent" {
  return error instanceof UndeliverableError ? "undeliverable" : "unsent";
}

interface Followers {
  readonly onSent: () => void;
  readonly onFailed: (error: unknown) => void;
}

async function follow<T>(send: () => Promise<T>, { onSent, onFailed }: Followers): Promise<T> {
  try {
    const sent = await send();
    onSent();
    return sent;
  } catch (error) {
    onFailed(error);
    throw error;
  }
}
