import type { Incoming } from "../../../src/platform/adapter.ts";
import { leaveQuietly } from "../handlers/answer-in-time.ts";
import type { Ears } from "../handlers/handler-context.ts";
import type { PersonsPlace } from "../place.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { toSentence } from "../rendering/sentence-answer.ts";
import type { Ticket } from "./interaction-response.ts";
import { readRefusal } from "./refusal.ts";
import type { Delivery } from "./send.ts";

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
