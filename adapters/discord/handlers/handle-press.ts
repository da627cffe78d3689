import { type ButtonInteraction, Routes } from "discord.js";
import { opensForm } from "../../../src/answer/token.ts";
import { withTimeout } from "../../../src/lib/with-timeout.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import type { Outcome, Reply } from "../../../src/platform/outcome.ts";
import { parsePress, placeOf } from "../parsing/parse-interaction.ts";
import { type PressedMessage, parsePressedMessage } from "../parsing/parse-pressed-message.ts";
import type { PersonsPlace } from "../place.ts";
import { renderFormAsMessage } from "../rendering/form-message.ts";
import { labelOf, markChosen } from "../rendering/mark-chosen.ts";
import { escapeText } from "../rendering/markdown.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { renderForm } from "../rendering/render-form.ts";
import { answerOfSentence } from "../rendering/sentence-answer.ts";
import { createInteractionResponse, type InteractionResponse } from "../sending/interaction-response.ts";
import { markForumPost } from "../sending/mark-forum-post.ts";
import type { Delivery } from "../sending/send.ts";
import { sendDirect } from "../sending/send-direct.ts";
import { shareAnswer } from "../sending/share-answer.ts";
import {
  acknowledgeIfLate,
  acknowledgeQuietly,
  handleInTime,
  handlerTimeoutMs,
  respondOrPost,
} from "./answer-in-time.ts";
import type { HandlerContext } from "./handler-context.ts";

interface PressContext {
  readonly interaction: ButtonInteraction;
  readonly pressed: PressedMessage;
  readonly incoming: Incoming;
  readonly place: PersonsPlace;
  readonly response: InteractionResponse;
}

/** Answers a press where its button stands, and shows there what was chosen. */
export async function handlePress(context: HandlerContext, interaction: ButtonInteraction): Promise<void> {
  const { core, log, rest } = context;
  const incoming = parsePress(interaction, context);
  const response = createInteractionResponse(rest, interaction);
  const pressed = parsePressedMessage(interaction.message);
  const press = { interaction, pressed, incoming, response, place: placeOf(interaction, context) };
  if (opensForm(interaction.customId)) return answerWithForm(context, press);
  const outcome = await handleInTime({ core, log, incoming, acknowledge: response.acknowledge });
  if (outcome.reply.kind === "silence") return acknowledgeQuietly(response, log);
  await outcome.complete(() => answer(context, press, outcome));
}

/** A form has to be the first response: where it is not there in time, that is said. */
async function answerWithForm(context: HandlerContext, press: PressContext): Promise<void> {
  const { core, log } = context;
  const { incoming, response } = press;
  const working = core.handle(incoming);
  const inTime = await withTimeout(handlerTimeoutMs, working).catch(() => undefined);
  if (inTime) {
    if (inTime.reply.kind === "silence") return acknowledgeQuietly(response, log);
    return inTime.complete(() => answer(context, press, inTime));
  }
  const failed = answerOfSentence(incoming.locale ?? "", core.surface().formFailed);
  await response.reply(renderAnswer(failed), "one").catch((error: unknown) => {
    log.warn({ err: error }, "discord: a form could not be opened, nor could that be said");
  });
  const late = await working;
  await late.complete(async () => {});
}

async function answer(
  context: HandlerContext,
  press: PressContext,
  { reply, effects }: Outcome,
): Promise<void> {
  const { incoming } = press;
  switch (reply.kind) {
    case "silence":
      return;
    case "invalid":
    case "form":
      return openForm(context, press, reply);
    case "remove":
      return remove(context, press);
    case "answer": {
      const words = context.core.surface(reply.answer.locale);
      const name = incoming.name ?? "";
      const marking = markForumPost(context, press.place, { effects, words, name });
      const note = await acknowledgeIfLate(marking, {
        log: context.log,
        acknowledge: press.response.acknowledge,
      });
      const delivery = { ...reply, key: incoming.id, note };
      if (reply.audience === "direct" && press.place.kind !== "direct") {
        return sendDirect(context, press, delivery);
      }
      return show(context, press, delivery);
    }
  }
}

async function show(context: HandlerContext, press: PressContext, delivery: Delivery): Promise<void> {
  const { place, response, interaction, pressed } = press;
  const { send, log, core } = context;
  const post = () => send(place, delivery);
  if (place.kind === "aside") {
    if (delivery.audience === "all") return shareAnswer(context, press, delivery);
    const label = labelOf(pressed, interaction.customId);
    const note = label && escapeText(`${core.surface(delivery.answer.locale).chosen} ${label}`);
    const isReplaced = pressed.isEphemeral;
    const messages = renderAnswer(delivery.answer, isReplaced ? note : undefined);
    const respond = () => (isReplaced ? response.updateMessage(messages) : response.reply(messages, "one"));
    return respondOrPost({ log, respond, post });
  }
  if (delivery.audience === "asker" && place.kind !== "direct") {
    const respond = () => response.reply(renderAnswer(delivery.answer), "one");
    return respondOrPost({ log, respond, post });
  }
  // The mark on the button is the acknowledgement, which has to come in time whatever becomes of the answer.
  await Promise.all([post(), showChosen(context, press)]);
}

async function showChosen(
  { log }: HandlerContext,
  { response, interaction, pressed }: PressContext,
): Promise<void> {
  const marked = markChosen(pressed, interaction.customId);
  await response.updateMessage([marked]).catch((error: unknown) => {
    log.info({ err: error }, "discord: what was chosen could not be shown");
    return acknowledgeQuietly(response, log);
  });
}

type AboutForm = Extract<Reply, { kind: "form" | "invalid" }>;

async function openForm(
  { core, log }: HandlerContext,
  { response, place }: PressContext,
  reply: AboutForm,
): Promise<void> {
  try {
    if (reply.kind === "form" && response.isOpen()) return await response.showModal(renderForm(reply.form));
    const message = renderFormAsMessage(reply, core.surface(reply.form.locale));
    await response.reply(renderAnswer(message), place.kind === "direct" ? "all" : "one");
  } catch (error) {
    log.warn({ err: error }, "discord: a form could not be opened");
  }
}

/** A message that is gone already is as good as removed. */
async function remove(
  { log, rest }: HandlerContext,
  { response, interaction, pressed }: PressContext,
): Promise<void> {
  const message = Routes.channelMessage(interaction.channelId, pressed.id);
  const removed = pressed.isEphemeral
    ? response.deleteMessage()
    : Promise.all([acknowledgeQuietly(response, log), rest.delete(message)]);
  await removed.catch((error: unknown) =>
    log.warn({ err: error }, "discord: a message could not be removed"),
  );
}
