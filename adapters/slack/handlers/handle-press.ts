import type { Form } from "../../../src/answer/form.ts";
import {
  chosenIn,
  parsePress,
  placeOf,
  type SlackPress,
  writeModalMetadata,
} from "../parsing/parse-interaction.ts";
import { threadOf } from "../place.ts";
import { renderForm } from "../rendering/render-form.ts";
import { markChosen } from "../sending/mark-chosen.ts";
import { readRefusal } from "../sending/refusal.ts";
import { reportFailure } from "../sending/report-failure.ts";
import { ResponseRefused, respond } from "../sending/respond.ts";
import { type KeyedAnswer, respondOrPost, respondToUrl } from "../sending/respond-or-post.ts";
import { sendDirect } from "../sending/send-direct.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Answers a press where its button stands, and shows there what was chosen. */
export async function handlePress(context: HandlerContext, press: SlackPress): Promise<void> {
  const incoming = parsePress(press);
  const { reply, complete } = await context.core.handle(incoming);
  switch (reply.kind) {
    case "silence":
      return;
    case "answer":
      return complete(() => show(context, press, { ...reply, key: incoming.id }));
    case "invalid":
    case "form":
      return complete(() => openForm(context, press, reply.form));
    case "remove":
      return complete(() => remove(context, press));
  }
}

async function show(context: HandlerContext, press: SlackPress, said: KeyedAnswer): Promise<unknown> {
  const { core, send, log } = context;
  const place = placeOf(press);
  const way = { url: press.response_url, place };
  if (said.audience === "direct") return sendDirect(context, said, way);
  switch (place.kind) {
    case "home":
      return send(place, said);
    case "aside": {
      if (said.audience === "all") return share(context, press, said);
      const { label } = chosenIn(press);
      const note = label && `${core.surface(said.answer.locale).chosen} ${label}`;
      return respondOrPost(context, said, { ...way, to: "ephemeral", replaces: true, note });
    }
    case "thread": {
      if (said.audience === "asker") {
        return respondOrPost(context, said, { ...way, to: "ephemeral" });
      }
      await send(place, said);
      await markChosen(press).catch((error: unknown) => {
        log.info({ err: error }, "slack: what was chosen could not be shown");
      });
    }
  }
}

/** Shows to all what one person saw, where they saw it; the private message stays. */
async function share(context: HandlerContext, press: SlackPress, { answer }: KeyedAnswer): Promise<void> {
  const { response_url: url } = press;
  const thread = threadOf(placeOf(press));
  try {
    await respondToUrl(url, answer, { to: "in_channel", thread });
  } catch (error) {
    context.log.info({ err: error }, "slack: an answer could not be shared");
    // Where it stays unclear, it is most likely there, and nothing false is said.
    if (error instanceof ResponseRefused)
      await reportFailure(context, url, context.core.surface(answer.locale).cantShare);
  }
}

async function openForm(context: HandlerContext, press: SlackPress, form: Form): Promise<void> {
  const { client, core, log } = context;
  const { trigger_id, response_url: url } = press;
  const data = JSON.stringify(placeOf(press));
  const carried = writeModalMetadata({ token: form.token, data, ...(url !== undefined && { url }) });
  try {
    await client.views.open({ trigger_id, view: renderForm(form, carried) });
  } catch (error) {
    log.warn({ err: error }, "slack: a form could not be opened");
    if (readRefusal(error).kind !== "unclear")
      await reportFailure(context, url, core.surface(form.locale).formFailed);
  }
}

/** A message that is gone already is as good as removed. */
async function remove(
  { client, log }: HandlerContext,
  { container, response_url: url }: SlackPress,
): Promise<void> {
  if (container.type !== "message") return;
  const { channel_id: channel, message_ts: ts, is_ephemeral } = container;
  const removed =
    is_ephemeral && url !== undefined
      ? respond(url, { delete_original: true })
      : client.chat.delete({ channel, ts });
  await Promise.resolve<unknown>(removed).catch((error: unknown) => {
    log.warn({ err: error }, "slack: a message could not be removed");
  });
}
