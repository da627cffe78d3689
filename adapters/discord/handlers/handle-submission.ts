import type { ModalSubmitInteraction } from "discord.js";
import { parseSubmission, placeOf } from "../parsing/parse-interaction.ts";
import { createInteractionResponse } from "../sending/interaction-response.ts";
import { replyPrivately } from "../sending/reply-privately.ts";
import { acknowledgeQuietly, handleInTime } from "./answer-in-time.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Answers a submitted modal where it was opened. */
export async function handleSubmission(
  context: HandlerContext,
  interaction: ModalSubmitInteraction,
): Promise<void> {
  const { core, log, rest, send } = context;
  const incoming = parseSubmission(interaction, context);
  const place = placeOf(interaction, context);
  const response = createInteractionResponse(rest, interaction);
  const isOpen = place.kind === "channel" || place.kind === "thread";
  const acknowledge = () => {
    if (isOpen) return response.acknowledge();
    return response.defer(place.kind === "direct" ? "all" : "one");
  };
  const outcome = await handleInTime({ core, log, incoming, acknowledge });
  const { reply, complete } = outcome;
  if (reply.kind === "answer" && reply.audience === "all" && isOpen) {
    return complete(() =>
      Promise.all([send(place, { ...reply, key: incoming.id }), acknowledgeQuietly(response, log)]),
    );
  }
  await complete(() => replyPrivately(context, { response, place, id: incoming.id }, outcome));
}
