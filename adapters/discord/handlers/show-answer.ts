import { markChosen } from "../rendering/mark-chosen.ts";
import { escapeText } from "../rendering/markdown.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { acknowledgePress } from "../responding/acknowledge.ts";
import { respondOrPost } from "../responding/respond-or-post.ts";
import { shareAnswer } from "../responding/share-answer.ts";
import type { Delivery } from "../sending/delivery.ts";
import type { HandlerContext } from "./handler-context.ts";
import type { PressTarget } from "./press-target.ts";

/** Shows the answer where the button is: ephemerally if the button or the answer is for one person, or else publicly. */
export async function showAnswer(
  context: HandlerContext,
  press: PressTarget,
  delivery: Delivery,
): Promise<void> {
  const { place, response } = press;
  const { locale } = delivery.answer;
  const post = () => context.send(place, delivery);
  const respondOr = (respond: () => Promise<void>) =>
    respondOrPost(context, press, { locale, respond, post });
  if (place.kind === "aside") {
    if (delivery.audience === "all") return shareAnswer(context, press, delivery);
    return respondOr(() => respondEphemerally(context, press, delivery));
  }
  if (delivery.audience === "asker" && place.kind !== "direct") {
    return respondOr(() => response.reply(renderAnswer(delivery.answer), "ephemeral"));
  }
  // Marking the button acknowledges the press, which must not wait for the answer.
  const chosen = showChosen(context, press);
  const showPrivately = async () => {
    await chosen;
    await response.reply(renderAnswer(delivery.answer), "ephemeral");
  };
  await Promise.all([context.send(place, delivery, showPrivately), chosen]);
}

/** Replaces the ephemeral message that holds the button. A panel stays, so its answers are messages of their own. */
async function respondEphemerally(
  { core }: HandlerContext,
  { message, response, label }: PressTarget,
  { answer }: Delivery,
): Promise<void> {
  if (!message.isEphemeral) return response.reply(renderAnswer(answer), "ephemeral");
  const note = label && escapeText(`${core.surface(answer.locale).chosen} ${label}`);
  return response.updateMessage(renderAnswer(answer, note));
}

/** Marks the pressed button. */
async function showChosen({ log }: HandlerContext, { response, message, token }: PressTarget): Promise<void> {
  await response.updateMessage([markChosen(message, token)]).catch((error: unknown) => {
    log.info({ err: error }, "discord: pressed button not marked");
    return acknowledgePress(response, log);
  });
}
