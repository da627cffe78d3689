import type { Logger } from "../../../src/lib/logger.ts";
import { readApiFailure } from "../sending/api-failure.ts";

interface RespondOrPostOptions {
  readonly log: Logger;
  /** Answers by the interaction. */
  readonly respond: () => Promise<void>;
  /** Answers by a message, which works at any later time. */
  readonly post: () => Promise<unknown>;
}

/** Answers by the interaction, or by a message if the interaction has expired. */
export async function respondOrPost({ log, respond, post }: RespondOrPostOptions): Promise<void> {
  try {
    await respond();
  } catch (error) {
    if (readApiFailure(error) !== "interactionExpired") throw error;
    log.warn({ err: error }, "discord: interaction expired, answer posted");
    await post();
  }
}
