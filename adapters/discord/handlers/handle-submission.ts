import type { ModalSubmitInteraction } from "discord.js";
import { fromSubmission, placeOf } from "../parsing/parse-interaction.ts";
import { createTicket } from "../sending/interaction-response.ts";
import { answerAside } from "../sending/reply-privately.ts";
import { ask, leaveQuietly } from "./answer-in-time.ts";
import type { Ears } from "./handler-context.ts";

/** Answers a submitted modal where it was opened. */
export async function answerSubmission(ears: Ears, interaction: ModalSubmitInteraction): Promise<void> {
  const { core, log, rest, send } = ears;
  const incoming = fromSubmission(interaction, ears);
  const place = placeOf(interaction, ears);
  const ticket = createTicket(rest, interaction);
  const isOpen = place.kind === "channel" || place.kind === "thread";
  const acknowledge = () => {
    if (isOpen) return ticket.leave();
    return ticket.think(place.kind === "direct" ? "all" : "one");
  };
  const outcome = await ask({ core, log, incoming, acknowledge });
  const { reply, settle } = outcome;
  if (reply.kind === "answer" && reply.audience === "all" && isOpen) {
    return settle(() =>
      Promise.all([send(place, { ...reply, key: incoming.id }), leaveQuietly(ticket, log)]),
    );
  }
  await settle(() => answerAside(ears, { ticket, place, id: incoming.id }, outcome));
}
