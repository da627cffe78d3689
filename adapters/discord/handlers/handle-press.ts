import { type ButtonInteraction, Routes } from "discord.js";
import { opensForm } from "../../../src/answer/token.ts";
import { within } from "../../../src/lib/with-timeout.ts";
import type { Incoming, Outcome, Reply } from "../../../src/platform/adapter.ts";
import { fromPress, placeOf } from "../parsing/parse-interaction.ts";
import { type Pressed, readPressed } from "../parsing/parse-pressed-message.ts";
import type { PersonsPlace } from "../place.ts";
import { toMessage } from "../rendering/form-message.ts";
import { labelOf, markChosen } from "../rendering/mark-chosen.ts";
import { escapeText } from "../rendering/markdown.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { renderForm } from "../rendering/render-form.ts";
import { toSentence } from "../rendering/sentence-answer.ts";
import { createTicket, type Ticket } from "../sending/interaction-response.ts";
import { markPost } from "../sending/mark-forum-post.ts";
import type { Delivery } from "../sending/send.ts";
import { answerDirectly } from "../sending/send-direct.ts";
import { shareAnswer } from "../sending/share-answer.ts";
import { answerFast, ask, leaveQuietly, patience, waitFor } from "./answer-in-time.ts";
import type { Ears } from "./handler-context.ts";

interface Press {
  readonly interaction: ButtonInteraction;
  readonly pressed: Pressed;
  readonly incoming: Incoming;
  readonly place: PersonsPlace;
  readonly ticket: Ticket;
}

/** Answers a press where its button stands, and shows there what was chosen. */
export async function answerPress(ears: Ears, interaction: ButtonInteraction): Promise<void> {
  const { core, log, rest } = ears;
  const incoming = fromPress(interaction, ears);
  const ticket = createTicket(rest, interaction);
  const pressed = readPressed(interaction.message);
  const press = { interaction, pressed, incoming, ticket, place: placeOf(interaction, ears) };
  if (opensForm(interaction.customId)) return answerWithForm(ears, press);
  const outcome = await ask({ core, log, incoming, acknowledge: ticket.leave });
  if (outcome.reply.kind === "silence") return leaveQuietly(ticket, log);
  await outcome.settle(() => answer(ears, press, outcome));
}

/** A form has to be the first response: where it is not there in time, that is said. */
async function answerWithForm(ears: Ears, press: Press): Promise<void> {
  const { core, log } = ears;
  const { incoming, ticket } = press;
  const working = core.handle(incoming);
  const inTime = await within(patience, working).catch(() => undefined);
  if (inTime) {
    if (inTime.reply.kind === "silence") return leaveQuietly(ticket, log);
    return inTime.settle(() => answer(ears, press, inTime));
  }
  const failed = toSentence(incoming.locale ?? "", core.surface().formFailed);
  await ticket.reply(renderAnswer(failed), "one").catch((error: unknown) => {
    log.warn({ err: error }, "discord: a form could not be opened, nor could that be said");
  });
  const late = await working;
  await late.settle(async () => {});
}

async function answer(ears: Ears, press: Press, { reply, effects }: Outcome): Promise<void> {
  const { incoming } = press;
  switch (reply.kind) {
    case "silence":
      return;
    case "invalid":
    case "form":
      return openForm(ears, press, reply);
    case "remove":
      return remove(ears, press);
    case "answer": {
      const words = ears.core.surface(reply.answer.locale);
      const name = incoming.name ?? "";
      const marking = markPost(ears, press.place, { effects, words, name });
      const note = await waitFor(marking, { log: ears.log, acknowledge: press.ticket.leave });
      const delivery = { ...reply, key: incoming.id, note };
      if (reply.audience === "direct" && press.place.kind !== "direct") {
        return answerDirectly(ears, press, delivery);
      }
      return show(ears, press, delivery);
    }
  }
}

async function show(ears: Ears, press: Press, delivery: Delivery): Promise<void> {
  const { place, ticket, interaction, pressed } = press;
  const { send, log, core } = ears;
  const slow = () => send(place, delivery);
  if (place.kind === "aside") {
    if (delivery.audience === "all") return shareAnswer(ears, press, delivery);
    const label = labelOf(pressed, interaction.customId);
    const note = label && escapeText(`${core.surface(delivery.answer.locale).chosen} ${label}`);
    const isReplaced = pressed.isEphemeral;
    const messages = renderAnswer(delivery.answer, isReplaced ? note : undefined);
    const fast = () => (isReplaced ? ticket.replace(messages) : ticket.reply(messages, "one"));
    return answerFast({ log, fast, slow });
  }
  if (delivery.audience === "asker" && place.kind !== "direct") {
    const fast = () => ticket.reply(renderAnswer(delivery.answer), "one");
    return answerFast({ log, fast, slow });
  }
  // The mark on the button is the acknowledgement, which has to come in time whatever becomes of the answer.
  await Promise.all([slow(), showChosen(ears, press)]);
}

async function showChosen({ log }: Ears, { ticket, interaction, pressed }: Press): Promise<void> {
  const marked = markChosen(pressed, interaction.customId);
  await ticket.replace([marked]).catch((error: unknown) => {
    log.info({ err: error }, "discord: what was chosen could not be shown");
    return leaveQuietly(ticket, log);
  });
}

type AboutForm = Extract<Reply, { kind: "form" | "invalid" }>;

async function openForm({ core, log }: Ears, { ticket, place }: Press, reply: AboutForm): Promise<void> {
  try {
    if (reply.kind === "form" && ticket.isOpen()) return await ticket.show(renderForm(reply.form));
    const message = toMessage(reply, core.surface(reply.form.locale));
    await ticket.reply(renderAnswer(message), place.kind === "direct" ? "all" : "one");
  } catch (error) {
    log.warn({ err: error }, "discord: a form could not be opened");
  }
}

/** A message that is gone already is as good as removed. */
async function remove({ log, rest }: Ears, { ticket, interaction, pressed }: Press): Promise<void> {
  const message = Routes.channelMessage(interaction.channelId, pressed.id);
  const removed = pressed.isEphemeral
    ? ticket.remove()
    : Promise.all([leaveQuietly(ticket, log), rest.delete(message)]);
  await removed.catch((error: unknown) =>
    log.warn({ err: error }, "discord: a message could not be removed"),
  );
}
