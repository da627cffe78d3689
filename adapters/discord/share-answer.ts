import type { Incoming } from "../../src/platform.ts";
import { leaveQuietly } from "./answer-interaction.ts";
import type { Ears } from "./ears.ts";
import type { PersonsPlace } from "./place.ts";
import { readRefusal } from "./refusal.ts";
import { renderAnswer } from "./render.ts";
import type { Delivery } from "./send.ts";
import type { Ticket } from "./ticket.ts";
import { toSentence } from "./to-sentence.ts";

interface Press {
  readonly incoming: Incoming;
  readonly place: PersonsPlace;
  readonly ticket: Ticket;
}

/**
 * Shows to all what one person saw, where they saw it, and says who does; the private message stays. It goes by the
 * interaction, which works where its person may write, also where the bot is no member.
 */
export async function shareAnswer(
  { core, log, send }: Ears,
  { ticket, place }: Press,
  delivery: Delivery,
): Promise<void> {
  const { answer } = delivery;
  const words = core.surface(answer.locale);
  const note = words.sharedBy.replace("{person}", () => `<@${place.user}>`);
  try {
    await ticket.reply(renderAnswer(answer, note), "all");
  } catch (error) {
    log.warn({ err: error }, "discord: an answer could not be shared by its interaction");
    if (readRefusal(error) === "late") return void (await send(place, { ...delivery, note }));
    const failed = toSentence(answer.locale, words.cantShare);
    await ticket.reply(renderAnswer(failed), "one").catch(() => leaveQuietly(ticket, log));
  }
}
