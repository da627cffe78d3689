import { renderAnswer } from "../rendering/render-answer.ts";
import { createTextAnswer } from "../rendering/text-answer.ts";
import { readApiFailure } from "../rest/api-failure.ts";
import type { Delivery } from "../sending/delivery.ts";
import { acknowledgePress } from "./acknowledge.ts";
import type { ResponseContext, ResponseTarget } from "./response-context.ts";

/**
 * Shares an ephemeral answer with its channel, and names who shared it. The ephemeral message stays. The response to the
 * interaction also works where the bot is not a member.
 */
export async function shareAnswer(
  { core, log, send }: ResponseContext,
  { response, place }: ResponseTarget,
  delivery: Delivery,
): Promise<void> {
  const { answer } = delivery;
  const strings = core.surface(answer.locale);
  const note = strings.sharedBy.replace("{person}", () => `<@${place.user}>`);
  try {
    await response.reply(renderAnswer(answer, note), "public");
  } catch (error) {
    log.warn({ err: error }, "discord: answer not shared by response");
    if (readApiFailure(error) === "expired") {
      await send(place, { ...delivery, note });
      return;
    }
    const failure = createTextAnswer(answer.locale, strings.cantShare);
    await response.reply(renderAnswer(failure), "ephemeral").catch(() => acknowledgePress(response, log));
  }
}
