import type { Logger } from "../../../src/lib/logger.ts";
import { withTimeout } from "../../../src/lib/with-timeout.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import type { Outcome } from "../../../src/platform/outcome.ts";
import type { InteractionResponse } from "../sending/interaction-response.ts";
import { readRefusal } from "../sending/refusal.ts";

/**
 * Waited for something before an interaction is acknowledged without an answer, in milliseconds. Discord waits 3 s
 * (interactions/receiving-and-responding); the rest is for the way, and for a second wait.
 */
export const handlerTimeoutMs = 1000;

interface AcknowledgeOptions {
  readonly log: Logger;
  readonly acknowledge: () => Promise<void>;
}

/** Waits for what an answer needs; where it takes its time, the interaction is acknowledged meanwhile. */
export async function acknowledgeIfLate<T>(
  work: Promise<T>,
  { log, acknowledge }: AcknowledgeOptions,
): Promise<T> {
  const isOver = () => true;
  const done = work.then(isOver, isOver);
  const inTime = await withTimeout(handlerTimeoutMs, done).catch(() => false);
  if (!inTime) {
    await acknowledge().catch((error: unknown) => {
      log.warn({ err: error }, "discord: an interaction could not be acknowledged");
    });
  }
  return work;
}

interface InTimeOptions extends AcknowledgeOptions {
  readonly core: Core;
  readonly incoming: Incoming;
}

/** Hands an interaction to the core; where the answer is not there soon, the interaction is acknowledged without it. */
export function handleInTime({ core, incoming, ...waiting }: InTimeOptions): Promise<Outcome> {
  return acknowledgeIfLate(core.handle(incoming), waiting);
}

interface RespondOrPostOptions {
  readonly log: Logger;
  /** By the interaction itself. */
  readonly respond: () => Promise<void>;
  /** By a message, which works at any later time. */
  readonly post: () => Promise<unknown>;
}

/** Answers by the interaction, and by a message where that is not taken any more: it is unknown or too old. */
export async function respondOrPost({ log, respond, post }: RespondOrPostOptions): Promise<void> {
  try {
    await respond();
  } catch (error) {
    if (readRefusal(error) !== "late") throw error;
    log.warn({ err: error }, "discord: an interaction is over, the answer goes as a message");
    await post();
  }
}

/** Acknowledges a press; where that fails, nothing is lost but the mark of its being taken. */
export async function acknowledgeQuietly(response: InteractionResponse, log: Logger): Promise<void> {
  await response.acknowledge().catch((error: unknown) => {
    log.info({ err: error }, "discord: a press could not be acknowledged");
  });
}
