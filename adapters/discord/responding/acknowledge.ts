import type { Logger } from "../../../src/lib/logger.ts";
import { withTimeout } from "../../../src/lib/with-timeout.ts";
import type { InteractionResponse } from "./interaction-response.ts";

/**
 * How long a form may take, which must be the first response. Discord's limit is 3 s
 * (interactions/receiving-and-responding); the rest is for the network, and for a second wait.
 */
export const answerTimeoutMs = 1000;
/** How long to wait for an answer before the interaction is acknowledged without one, in milliseconds. */
const acknowledgeAfterMs = 400;

interface AcknowledgeOptions {
  readonly log: Logger;
  readonly acknowledge: () => Promise<void>;
}

/** Waits for the work, and acknowledges the interaction if that takes too long. */
export async function acknowledgeIfSlow<T>(
  work: Promise<T>,
  { log, acknowledge }: AcknowledgeOptions,
): Promise<T> {
  const isDone = () => true;
  const isInTime = await withTimeout(acknowledgeAfterMs, work.then(isDone, isDone)).catch(() => false);
  if (!isInTime) {
    await acknowledge().catch((error: unknown) => {
      log.warn({ err: error }, "discord: interaction not acknowledged");
    });
  }
  return work;
}

/** Acknowledges a press. A failure is only logged, because the press was handled anyway. */
export async function acknowledgePress(response: InteractionResponse, log: Logger): Promise<void> {
  await response.acknowledge().catch((error: unknown) => {
    log.info({ err: error }, "discord: press not acknowledged");
  });
}
