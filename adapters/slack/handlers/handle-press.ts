import type { Form } from "../../../src/answer/form.ts";
import { chosenIn, fromPress, type Press, placeOf, writeCarried } from "../parsing/parse-interaction.ts";
import { threadOf } from "../place.ts";
import { renderForm } from "../rendering/render-form.ts";
import { markChosen } from "../sending/mark-chosen.ts";
import { readRefusal } from "../sending/refusal.ts";
import { admit } from "../sending/report-failure.ts";
import { ResponseRefused, respond } from "../sending/respond.ts";
import { answerByUrl, answerFast, type Said } from "../sending/respond-or-post.ts";
import { answerDirectly } from "../sending/send-direct.ts";
import type { Ears } from "./handler-context.ts";

/** Answers a press where its button stands, and shows there what was chosen. */
export async function answerPress(ears: Ears, press: Press): Promise<void> {
  const incoming = fromPress(press);
  const { reply, settle } = await ears.core.handle(incoming);
  switch (reply.kind) {
    case "silence":
      return;
    case "answer":
      return settle(() => show(ears, press, { ...reply, key: incoming.id }));
    case "invalid":
    case "form":
      return settle(() => openForm(ears, press, reply.form));
    case "remove":
      return settle(() => remove(ears, press));
  }
}

async function show(ears: Ears, press: Press, said: Said): Promise<unknown> {
  const { core, send, log } = ears;
  const place = placeOf(press);
  const way = { url: press.response_url, place };
  if (said.audience === "direct") return answerDirectly(ears, said, way);
  switch (place.kind) {
    case "home":
      return send(place, said);
    case "aside": {
      if (said.audience === "all") return share(ears, press, said);
      const { label } = chosenIn(press);
      const note = label && `${core.surface(said.answer.locale).chosen} ${label}`;
      return answerFast(ears, said, { ...way, to: "ephemeral", replaces: true, note });
    }
    case "thread": {
      if (said.audience === "asker") {
        return answerFast(ears, said, { ...way, to: "ephemeral" });
      }
      await send(place, said);
      await markChosen(press).catch((error: unknown) => {
        log.info({ err: error }, "slack: what was chosen could not be shown");
      });
    }
  }
}

/** Shows to all what one person saw, where they saw it; the private message stays. */
async function share(ears: Ears, press: Press, { answer }: Said): Promise<void> {
  const { response_url: url } = press;
  const thread = threadOf(placeOf(press));
  try {
    await answerByUrl(url, answer, { to: "in_channel", thread });
  } catch (error) {
    ears.log.info({ err: error }, "slack: an answer could not be shared");
    // Where it stays unclear, it is most likely there, and nothing false is said.
    if (error instanceof ResponseRefused) await admit(ears, url, ears.core.surface(answer.locale).cantShare);
  }
}

async function openForm(ears: Ears, press: Press, form: Form): Promise<void> {
  const { client, core, log } = ears;
  const { trigger_id, response_url: url } = press;
  const data = JSON.stringify(placeOf(press));
  const carried = writeCarried({ token: form.token, data, ...(url !== undefined && { url }) });
  try {
    await client.views.open({ trigger_id, view: renderForm(form, carried) });
  } catch (error) {
    log.warn({ err: error }, "slack: a form could not be opened");
    if (readRefusal(error).kind !== "unclear") await admit(ears, url, core.surface(form.locale).formFailed);
  }
}

/** A message that is gone already is as good as removed. */
async function remove({ client, log }: Ears, { container, response_url: url }: Press): Promise<void> {
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
