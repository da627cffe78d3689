import { renderAnswer } from "../rendering/render-answer.ts";
import { createTextAnswer } from "../rendering/text-answer.ts";
import { mayPass } from "../rest/api-failure.ts";
import type { Delivery } from "../sending/delivery.ts";
import { acknowledgeIfSlow } from "./acknowledge.ts";
import type { ResponseContext, ResponseTarget } from "./response-context.ts";

/**
 * Sends an answer to the person's DM, and an ephemeral pointer to it where they acted. If it is refused, the
 * answer itself is ephemeral.
 */
export async function sendToDm(
  { send, log, core }: ResponseContext,
  { response, place }: ResponseTarget,
  delivery: Delivery,
): Promise<void> {
  const { answer, pointer } = delivery;
  try {
    await acknowledgeIfSlow(send.toDm(place.user, delivery), {
      log,
      acknowledge: () => response.defer("ephemeral"),
    });
  } catch (error) {
    if (mayPass(error)) throw error;
    log.info({ err: error }, "discord: DM refused, answer shown where the person is");
    return response.reply(renderAnswer(answer), "ephemeral");
  }
  const shown = pointer ?? createTextAnswer(answer.locale, core.surface(answer.locale).sentDirectly);
  // The answer has arrived, so a failure here must not send it again.
  await response.reply(renderAnswer(shown), "ephemeral").catch((error: unknown) => {
    log.info({ err: error }, "discord: DM pointer not shown");
  });
}
