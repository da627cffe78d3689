import { opensForm } from "../../../src/answer/token.ts";
import type { Effect, Outcome, OutgoingAnswer } from "../../../src/platform/outcome.ts";
import { acknowledgeIfSlow, acknowledgePress } from "../responding/acknowledge.ts";
import { sendToDm } from "../responding/send-to-dm.ts";
import { updateSolvedTag } from "../sending/update-solved-tag.ts";
import type { HandlerContext } from "./handler-context.ts";
import { handleInTimeForForm, openForm } from "./open-form.ts";
import type { PressTarget } from "./press-target.ts";
import { removeMessage } from "./remove-message.ts";
import { showAnswer } from "./show-answer.ts";

/** Answers a press where its button is, and marks there what was chosen. */
export async function handlePress(context: HandlerContext, press: PressTarget): Promise<void> {
  const { core, log } = context;
  const { incoming, response } = press;
  const outcome = opensForm(press.token)
    ? await handleInTimeForForm(context, press)
    : await acknowledgeIfSlow(core.handle(incoming), { log, acknowledge: response.acknowledge });
  if (!outcome) return;
  if (outcome.reply.kind === "silence") return acknowledgePress(response, log);
  await outcome.complete(() => respond(context, press, outcome));
}

async function respond(
  context: HandlerContext,
  press: PressTarget,
  { reply, effects, key = press.incoming.id }: Outcome,
): Promise<void> {
  switch (reply.kind) {
    case "silence":
      return;
    case "invalid":
    case "form":
      return openForm(context, press, reply);
    case "remove":
      return removeMessage(context, press);
    case "answer":
      return respondWithAnswer(context, press, {
        ...reply,
        effect: effects.find((effect) => effect.kind === "mark"),
        key,
      });
  }
}

interface PressAnswer extends OutgoingAnswer {
  readonly effect: Extract<Effect, { readonly kind: "mark" }> | undefined;
  readonly key: string;
}

async function respondWithAnswer(
  context: HandlerContext,
  press: PressTarget,
  { effect, ...outgoing }: PressAnswer,
): Promise<void> {
  const { incoming, place, response } = press;
  const { markedSolved } = context.core.surface(outgoing.answer.locale);
  const reason = markedSolved.replace("{person}", () => incoming.name ?? "");
  const note = await acknowledgeIfSlow(updateSolvedTag(context, place, { effect, reason }), {
    log: context.log,
    acknowledge: response.acknowledge,
  });
  const delivery = { ...outgoing, note };
  const isForDm = outgoing.audience === "direct" && place.kind !== "direct";
  await (isForDm ? sendToDm(context, press, delivery) : showAnswer(context, press, delivery));
}
