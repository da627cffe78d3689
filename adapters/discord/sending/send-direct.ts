import { waitFor } from "../handlers/answer-in-time.ts";
import type { Ears } from "../handlers/handler-context.ts";
import type { PersonsPlace } from "../place.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { toSentence } from "../rendering/sentence-answer.ts";
import type { Ticket } from "./interaction-response.ts";
import { readRefusal } from "./refusal.ts";
import type { Delivery } from "./send.ts";

/**
 * Answers somebody in their direct messages, and tells them so where they are; where those are closed, it is said there,
 * for their eyes.
 */
export async function answerDirectly(
  { send, log, core }: Ears,
  { ticket, place }: { readonly ticket: Ticket; readonly place: PersonsPlace },
  delivery: Delivery,
): Promise<void> {
  const { answer, pointer } = delivery;
  try {
    await waitFor(send.directly(place.user, delivery), { log, acknowledge: () => ticket.think("one") });
  } catch (error) {
    if (readRefusal(error) !== "closed") throw error;
    log.info({ err: error }, "discord: somebody takes no direct messages");
    return ticket.reply(renderAnswer(answer), "one");
  }
  const { sentDirectly } = core.surface(answer.locale);
  const told = pointer ?? toSentence(answer.locale, sentDirectly);
  // It has arrived already: whether they can be told so does not change that.
  await ticket.reply(renderAnswer(told), "one").catch((error: unknown) => {
    log.info({ err: error }, "discord: nobody could be told of a direct message");
  });
}
