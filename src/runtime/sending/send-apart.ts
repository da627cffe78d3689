import type { Answer } from "../../answer/answer.ts";
import type { Logger } from "../../lib/logger.ts";
import { withTimeout } from "../../lib/with-timeout.ts";
import type { Adapter } from "../../platform/adapter.ts";
import type { Address } from "../../platform/incoming.ts";
import type { OutgoingAnswer } from "../../platform/outcome.ts";

/**
 * Sends a message beside the replies. Never rejects: a failure is logged.
 * @param key the idempotency key: sent twice with it, the message is seen once
 * @returns whether it was sent
 */
export type SendApart = (
  address: Address,
  answer: Answer,
  how: Omit<OutgoingAnswer, "answer"> & { readonly key: string },
) => Promise<boolean>;

/** How long a message may take, in milliseconds: the event that caused it waits. */
const sendTimeoutMs = 10_000;

export function createSendApart(adapters: () => readonly Adapter[], log: Logger): SendApart {
  return async (address, answer, how) => {
    const adapter = adapters().find(({ name }) => name === address.adapter);
    if (!adapter) return false;
    try {
      await withTimeout(sendTimeoutMs, adapter.deliver(address, answer, how));
      return true;
    } catch (error) {
      log.error({ err: error, key: how.key }, "message apart: delivery failed");
      return false;
    }
  };
}
