import { acknowledgeIfLate } from "../handlers/answer-in-time.ts";
import type { HandlerContext } from "../handlers/handler-context.ts";
import type { PersonsPlace } from "../place.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { answerOfSentence } from "../rendering/sentence-answer.ts";
import type { InteractionResponse } from "./interaction-response.ts";
import { readRefusal } from "./refusal.ts";
import type { Delivery } from "./send.ts";

/**
 * Answers somebody in their direct messages, and tells them so where they are; where those are closed, it is said there,
 * for their eyes.
 */
export async function sendDirect(
  { send, log, core }: HandlerContext,
  { response, place }: { readonly response: InteractionResponse; readonly place: PersonsPlace },
  delivery: Delivery,
): Promise<void> {
  const { answer, pointer } = delivery;
  try {
    await acknowledgeIfLate(send.directly(place.user, delivery), {
      log,
      acknowledge: () => response.defer("one"),
    });
  } catch (error) {
    if (readRefusal(error) !== "closed") throw error;
    log.info({ err: error }, "discord: somebody takes no direct messages");
    return response.reply(renderAnswer(answer), "one");
  }
  const { sentDirectly } = core.surface(answer.locale);
  const told = pointer ?? answerOfSentence(answer.locale, sentDirectly);
  // It has arrived already: whether they can be told so does not change that.
  await response.reply(renderAnswer(told), "one").catch((error: unknown) => {
    log.info({ err: error }, "discord: nobody could be told of a direct message");
  });
}
