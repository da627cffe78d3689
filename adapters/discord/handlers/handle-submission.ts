import type { ModalSubmitInteraction } from "discord.js";
import { parseSubmission } from "../parsing/parse-submission.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { acknowledgeIfSlow, acknowledgePress } from "../responding/acknowledge.ts";
import { createInteractionResponse } from "../responding/interaction-response.ts";
import { privateVisibility, replyPrivately } from "../responding/reply-privately.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Answers a submitted modal where it was opened. */
export async function handleSubmission(
  context: HandlerContext,
  interaction: ModalSubmitInteraction,
): Promise<void> {
  const { core, log, rest, send } = context;
  const { incoming, place } = parseSubmission(interaction, context);
  const response = createInteractionResponse(rest, interaction);
  const isPublic = place.kind === "channel" || place.kind === "thread";
  const {
    reply,
    complete,
    key = incoming.id,
  } = await acknowledgeIfSlow(core.handle(incoming), {
    log,
    acknowledge: () => (isPublic ? response.acknowledge() : response.defer(privateVisibility(place))),
  });
  if (reply.kind === "silence") return acknowledgePress(response, log);
  if (reply.kind === "answer" && reply.audience === "all" && isPublic) {
    return complete(async () => {
      const acknowledged = acknowledgePress(response, log);
      const showPrivately = async () => {
        await acknowledged;
        await response.reply(renderAnswer(reply.answer), "ephemeral");
      };
      await Promise.all([send(place, { ...reply, key }, showPrivately), acknowledged]);
    });
  }
  await complete(() => replyPrivately(context, { response, place }, { reply, key }));
}
