import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from "discord.js";
import type { Incoming } from "../../src/platform.ts";
import { answerAside } from "./answer-aside.ts";
import { ask } from "./answer-interaction.ts";
import type { Ears } from "./ears.ts";
import { placeOf } from "./receive-interaction.ts";
import { createTicket } from "./ticket.ts";

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
