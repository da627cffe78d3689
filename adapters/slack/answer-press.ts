import { z } from "zod";
import type { Form } from "../../src/answer/form.ts";
import { shorten } from "../../src/answer/shorten.ts";
import type { Reply } from "../../src/platform.ts";
import type { Ears } from "./ears.ts";
import { buttonText } from "./limits.ts";
import type { Place } from "./place.ts";
import { chosenIn, fromPress, type Press, placeOf, writeCarried } from "./receive-interaction.ts";
import { renderAnswer, toContext } from "./render.ts";
import { renderForm } from "./render-form.ts";
import { type Response, respond } from "./respond.ts";

type Said = Extract<Reply, { kind: "answer" }>;

/** Answers a press where its button stands, and shows there what was chosen. */
export async function answerPress(ears: Ears, press: Press): Promise<void> {
  const { core, log } = ears;
  const incoming = fromPress(press);
  const { reply, settle } = await core.handle(incoming);
  switch (reply.kind) {
    case "silence":
      return;
    case "answer":
      return settle(() => show(ears, press, { ...reply, key: incoming.id }));
    case "form":
    case "invalid":
      return settle(() => openForm(ears, press, reply.form));
    case "remove":
      return settle(() =>
        remove(ears, press).catch((error: unknown) => {
          log.warn({ err: error }, "slack: a message could not be removed");
        }),
      );
  }
}

async function show(ears: Ears, press: Press, said: Said & { readonly key: string }): Promise<void> {
  const { send, log } = ears;
  const place = placeOf(press);
  const byWebApi = (error: unknown) => {
    log.info({ err: error }, "slack: a response was refused, the answer goes by the Web API");
    return send(place, said);
  };
  if (place.kind === "home") return send(place, said);
  if (place.kind === "aside") {
    if (said.audience === "all") return share(ears, press, said).catch(byWebApi);
    // Replaced twice it is seen once, so that it may be tried again where nobody knows whether it arrived.
    const replaceIt = () => replace(ears, press, said);
    return replaceIt().catch(replaceIt).catch(byWebApi);
  }
  if (said.audience === "asker") return whisper(press, place, said).catch(byWebApi);
  await Promise.all([markChosen(ears, press), send(place, said)]);
}

/** What one person sees alone gives way to what follows, which says what was chosen. */
async function replace({ core }: Ears, press: Press, { answer }: Said): Promise<void> {
  const { label } = chosenIn(press);
  const note = label && `${core.surface(answer.locale).chosen} ${label}`;
  for (const [index, message] of renderAnswer(answer, note).entries()) {
    await respondTo(press, { ...message, response_type: "ephemeral", replace_original: index === 0 });
  }
}

/** Shows to all what one person saw; the private message stays. */
async function share({ core, log }: Ears, press: Press, { answer }: Said): Promise<void> {
  try {
    for (const message of renderAnswer(answer)) {
      await respondTo(press, { ...message, response_type: "in_channel", replace_original: false });
    }
  } catch (error) {
    log.info({ err: error }, "slack: an answer could not be shared");
    const text = core.surface(answer.locale).cantShare;
    await respondTo(press, {
      text,
      blocks: [toContext(text)],
      response_type: "ephemeral",
      replace_original: false,
    });
  }
}

/** Answers somebody else than the asker, for their eyes; the message stays as it is. */
async function whisper(
  press: Press,
  place: Extract<Place, { kind: "thread" }>,
  { answer }: Said,
): Promise<void> {
  const where = place.thread === undefined ? {} : { thread_ts: place.thread };
  for (const message of renderAnswer(answer)) {
    await respondTo(press, { ...message, ...where, response_type: "ephemeral", replace_original: false });
  }
}

async function openForm({ client, core, log }: Ears, press: Press, form: Form): Promise<void> {
  const carried = writeCarried({
    token: form.token,
    data: JSON.stringify(placeOf(press)),
    ...(press.response_url !== undefined && { url: press.response_url }),
  });
  try {
    await client.views.open({ trigger_id: press.trigger_id, view: renderForm(form, carried) });
  } catch (error) {
    log.warn({ err: error }, "slack: a form could not be opened");
    const text = core.surface(form.locale).formFailed;
    await respondTo(press, {
      text,
      blocks: [toContext(text)],
      response_type: "ephemeral",
      replace_original: false,
    });
  }
}

async function remove({ client }: Ears, press: Press): Promise<void> {
  const { container } = press;
  if (container.type !== "message") return;
  if (container.is_ephemeral) return respondTo(press, { delete_original: true });
  await client.chat.delete({ channel: container.channel_id, ts: container.message_ts });
}

const actionsSchema = z.object({
  type: z.literal("actions"),
  elements: z.array(
    z.looseObject({ action_id: z.string(), text: z.looseObject({ text: z.string() }).optional() }),
  ),
});
const check = "✓ ";

/** The pressed message shows a mark on what was chosen; its buttons go on working. */
async function markChosen({ log }: Ears, press: Press): Promise<void> {
  const { message, actions } = press;
  if (!message) return;
  const blocks = message.blocks.map((block) => markIn(block, actions[0]?.action_id));
  await respondTo(press, { text: message.text, blocks, replace_original: true }).catch((error: unknown) => {
    log.info({ err: error }, "slack: what was chosen could not be shown");
  });
}

function markIn(block: Readonly<Record<string, unknown>>, chosen: string | undefined) {
  const { data } = actionsSchema.safeParse(block);
  if (!data) return block;
  const elements = data.elements.map((element) => {
    const { action_id, text } = element;
    if (action_id !== chosen || !text || text.text.startsWith(check)) return element;
    return { ...element, text: { ...text, text: shorten(`${check}${text.text}`, buttonText) } };
  });
  return { ...block, elements };
}

/** @throws Error also where the press came without a way to respond */
async function respondTo({ response_url: url }: Press, response: Response): Promise<void> {
  if (url === undefined) throw new Error("the press came without a response_url");
  await respond(url, response);
}
