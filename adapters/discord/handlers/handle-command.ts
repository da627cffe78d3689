import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from "discord.js";
import type { Incoming } from "../../../src/platform/adapter.ts";
import { placeOf } from "../parsing/parse-interaction.ts";
import { createTicket } from "../sending/interaction-response.ts";
import { answerAside } from "../sending/reply-privately.ts";
import { ask } from "./answer-in-time.ts";
import type { Ears } from "./handler-context.ts";

/** Answers a command for the eyes of who gave it; in direct messages for both who are there. */
export async function answerCommand(
  ears: Ears,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  incoming: Incoming,
): Promise<void> {
  const { core, log, rest } = ears;
  const ticket = createTicket(rest, interaction);
  const place = placeOf(interaction, ears);
  const eyes = place.kind === "direct" ? "all" : "one";
  const outcome = await ask({ core, log, incoming, acknowledge: () => ticket.think(eyes) });
  await outcome.settle(() => answerAside(ears, { ticket, place, id: incoming.id }, outcome));
}
