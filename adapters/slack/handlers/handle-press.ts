import { paragraph } from "../../../src/answer/answer.ts";
import type { Form } from "../../../src/answer/form.ts";
import { fill, plain } from "../../../src/answer/text.ts";
import { writeModalMetadata } from "../parsing/modal-metadata.ts";
import type { SlackPress } from "../parsing/parse-press.ts";
import { threadOf, writePlace } from "../place.ts";
import { renderForm } from "../rendering/render-form.ts";
import type { Delivery } from "../sending/delivery.ts";
import { markChosen } from "../sending/mark-chosen.ts";
import { openView } from "../sending/open-view.ts";
import { reportFailure } from "../sending/report-failure.ts";
import { ResponseRefusedError, respond } from "../sending/respond.ts";
import { respondOrPost } from "../sending/respond-or-post.ts";
import { respondWithAnswer } from "../sending/respond-with-answer.ts";
import { callWithRetry } from "../sending/retry.ts";
import { sendToDm } from "../sending/send-to-dm.ts";
import { acknowledgeClaimed } from "./handle-claimed.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Acknowledges a press once it is stored, answers it where its button is, and marks there what was chosen. */
export async function handlePress(
  context: HandlerContext,
  press: SlackPress,
  ack: () => Promise<void>,
): Promise<void> {
  const { incoming } = press;
  const { reply, complete, key = incoming.id } = await acknowledgeClaimed(context, incoming, ack);
  switch (reply.kind) {
    case "silence":
      return;
    case "answer":
      return complete(() => sendAnswer(context, press, { ...reply, key }));
    case "invalid":
    case "form":
      return complete(() => openForm(context, press, reply.form));
    case "remove":
      return complete(() => removeMessage(context, press));
  }
}

async function sendAnswer(context: HandlerContext, press: SlackPress, delivery: Delivery): Promise<void> {
  const { place, payload } = press;
  const target = { url: payload.response_url, place };
  if (delivery.audience === "direct") return sendToDm(context, delivery, target);
  switch (place.kind) {
    case "home":
      await context.send(place, delivery);
      return;
    case "aside": {
      if (delivery.audience === "all") return shareAnswer(context, press, delivery);
      const note = press.label && `${context.core.surface(delivery.answer.locale).chosen} ${press.label}`;
      return respondOrPost(context, delivery, { ...target, isReplacement: true, note });
    }
    case "thread":
      if (delivery.audience === "asker") return respondOrPost(context, delivery, target);
      await context.send(place, delivery);
      return showChosen(context, press);
  }
}

/** Shares an ephemeral answer with its channel, and names who shared it. The ephemeral message stays. */
async function shareAnswer(
  { core, log }: HandlerContext,
  { incoming, payload, place }: SlackPress,
  { answer }: Delivery,
): Promise<void> {
  const { response_url: url } = payload;
  const { name } = incoming;
  const note = name && fill(core.surface(answer.locale).sharedBy, { person: name });
  try {
    await respondWithAnswer(url, answer, { visibility: "in_channel", thread: threadOf(place), note });
  } catch (error) {
    log.info({ err: error }, "slack: answer not shared");
    // If the outcome is unknown, the answer was probably shared: reporting a failure might be wrong.
    if (error instanceof ResponseRefusedError)
      await reportFailure(log, url, core.surface(answer.locale).cantShare);
  }
}

/** Marks what was pressed. Slack doesn't send the content of ephemeral messages, so those can't be marked. */
async function showChosen({ log }: HandlerContext, { payload, label }: SlackPress): Promise<void> {
  const { message, response_url: url, actions } = payload;
  if (!message || url === undefined) return;
  await markChosen(url, { message, actionId: actions[0]?.action_id, label }).catch((error: unknown) => {
    log.info({ err: error }, "slack: pressed button not marked");
  });
}

async function openForm(
  context: HandlerContext,
  { incoming, payload, place }: SlackPress,
  form: Form,
): Promise<void> {
  const { trigger_id, response_url: url } = payload;
  const metadata = writeModalMetadata({
    token: form.token,
    data: writePlace(place),
    ...(url !== undefined && { url }),
  });
  try {
    await openView(context, { trigger_id, view: renderForm(form, metadata) });
  } catch (error) {
    context.log.warn({ err: error }, "slack: form not opened");
    const sentence = context.core.surface(form.locale).formFailed;
    if (url !== undefined) return reportFailure(context.log, url, sentence);
    const answer = { locale: form.locale, blocks: [paragraph(plain(sentence))], buttons: [] };
    await context.send(place, { answer, audience: "direct", key: `${incoming.id}/form` });
  }
}

/** Deletes the message that holds the button. A failure is only logged: the message may be deleted already. */
async function removeMessage(
  context: HandlerContext,
  { payload: { container, response_url: url } }: SlackPress,
): Promise<void> {
  if (container.type !== "message") return;
  const { channel_id: channel, message_ts: ts, is_ephemeral } = container;
  const remove = () => context.client.chat.delete({ channel, ts });
  const removed =
    is_ephemeral && url !== undefined
      ? respond(url, { delete_original: true })
      : callWithRetry(context, ts, { attempt: remove });
  await Promise.resolve<unknown>(removed).catch((error: unknown) => {
    context.log.warn({ err: error }, "slack: message not removed");
  });
}
