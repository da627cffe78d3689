import type { Outcome } from "../../../src/platform/adapter.ts";
import { answerFast } from "../handlers/answer-in-time.ts";
import type { Ears } from "../handlers/handler-context.ts";
import type { PersonsPlace } from "../place.ts";
import { toMessage } from "../rendering/form-message.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import type { Ticket } from "./interaction-response.ts";
import { answerDirectly } from "./send-direct.ts";

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
