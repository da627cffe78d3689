import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from "discord.js";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { placeOf } from "../parsing/parse-interaction.ts";
import { createInteractionResponse } from "../sending/interaction-response.ts";
import { replyPrivately } from "../sending/reply-privately.ts";
import { handleInTime } from "./answer-in-time.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Answers a command for the eyes of who gave it; in direct messages for both who are there. */
export async function handleCommand(
  context: HandlerContext,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  incoming: Incoming,
): Promise<void> {
  const { core, log, rest } = context;
  const response = createInteractionResponse(rest, interaction);
  const place = placeOf(interaction, context);
  const eyes = place.kind === "direct" ? "all" : "one";
  const outcome = await handleInTime({ core, log, incoming, acknowledge: () => response.defer(eyes) });
  await outcome.complete(() => replyPrivately(context, { response, place, id: incoming.id }, outcome));
}
