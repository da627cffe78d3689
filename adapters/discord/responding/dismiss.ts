import type { Logger } from "../../../src/lib/logger.ts";
import type { InteractionResponse } from "./interaction-response.ts";

/**
 * Ends a command that gets no answer. Discord shows a failure for a command without a response, so that one is begun and
 * deleted. A failure is only logged.
 */
export async function dismiss(response: InteractionResponse, log: Logger): Promise<void> {
  try {
    await response.defer("ephemeral");
    await response.deleteMessage();
  } catch (error) {
    log.info({ err: error }, "discord: command not dismissed");
  }
}
