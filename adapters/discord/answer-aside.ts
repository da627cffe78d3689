import type { Outcome } from "../../src/platform.ts";
import { answerDirectly } from "./answer-directly.ts";
import { answerFast } from "./answer-interaction.ts";
import type { Ears } from "./ears.ts";
import { toMessage } from "./form-message.ts";
import type { PersonsPlace } from "./place.ts";
import { renderAnswer } from "./render.ts";
import type { Ticket } from "./ticket.ts";

interface Asked {
  readonly ticket: Ticket;
  readonly place: PersonsPlace;
  /** The event. */
  readonly id: string;
}

/** Answers what one person asked by a command or a form, for their eyes where others read along. */
export async function answerAside(ears: Ears, asked: Asked, { reply }: Outcome): Promise<void> {
  const { ticket, place, id } = asked;
  const { send, log, core } = ears;
  const eyes = place.kind === "direct" ? "all" : "one";
  switch (reply.kind) {
    case "silence":
    case "remove":
      return;
    case "form":
    case "invalid": {
      const message = toMessage(reply, core.surface(reply.form.locale));
      return ticket.reply(renderAnswer(message), eyes);
    }
    case "answer": {
      const delivery = { ...reply, key: id };
      const isDirect = reply.audience === "direct" && place.kind !== "direct";
      const fast = () =>
        isDirect ? answerDirectly(ears, asked, delivery) : ticket.reply(renderAnswer(reply.answer), eyes);
      return answerFast({ log, fast, slow: () => send(place, delivery) });
    }
  }
}
