import type { Incoming } from "../../../src/platform/incoming.ts";
import { acknowledgeQuietly } from "../handlers/answer-in-time.ts";
import type { HandlerContext } from "../handlers/handler-context.ts";
import type { PersonsPlace } from "../place.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { answerOfSentence } from "../rendering/sentence-answer.ts";
import type { InteractionResponse } from "./interaction-response.ts";
import { readRefusal } from "./refusal.ts";
import type { Delivery } from "./send.ts";

interface SharedPress {
  readonly incoming: Incoming;
  readonly place: PersonsPlace;
  readonly response: InteractionResponse;
}

/**
 * Shows to all what one person saw, where they saw it, and says who does; the private message stays. It goes by the
 * interaction, which works where its person may write, also where the bot is no member.
 */
export async function shareAnswer(
  { core, log, send }: HandlerContext,
  { response, place }: SharedPress,
  delivery: Delivery,
): Promise<void> {
  const { answer } = delivery;
  const words = core.surface(answer.locale);
  const note = words.sharedBy.replace("{person}", () => `<@${place.user}>`);
  try {
    await response.reply(renderAnswer(answer, note), "all");
  } catch (error) {
    log.warn({ err: error }, "discord: an answer could not be shared by its interaction");
    if (readRefusal(error) === "late") return void (await send(place, { ...delivery, note }));
    const failed = answerOfSentence(answer.locale, words.cantShare);
    await response.reply(renderAnswer(failed), "one").catch(() => acknowledgeQuietly(response, log));
  }
}
