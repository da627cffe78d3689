import type { Outcome } from "../../../src/platform/outcome.ts";
import { respondOrPost } from "../handlers/answer-in-time.ts";
import type { HandlerContext } from "../handlers/handler-context.ts";
import type { PersonsPlace } from "../place.ts";
import { renderFormAsMessage } from "../rendering/form-message.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import type { InteractionResponse } from "./interaction-response.ts";
import { sendDirect } from "./send-direct.ts";

interface PrivateQuestion {
  readonly response: InteractionResponse;
  readonly place: PersonsPlace;
  /** The event. */
  readonly id: string;
}

/** Answers what one person asked by a command or a form, for their eyes where others read along. */
export async function replyPrivately(
  context: HandlerContext,
  asked: PrivateQuestion,
  { reply }: Outcome,
): Promise<void> {
  const { response, place, id } = asked;
  const { send, log, core } = context;
  const eyes = place.kind === "direct" ? "all" : "one";
  switch (reply.kind) {
    case "silence":
    case "remove":
      return;
    case "form":
    case "invalid": {
      const message = renderFormAsMessage(reply, core.surface(reply.form.locale));
      return response.reply(renderAnswer(message), eyes);
    }
    case "answer": {
      const delivery = { ...reply, key: id };
      const isDirect = reply.audience === "direct" && place.kind !== "direct";
      const respond = () =>
        isDirect ? sendDirect(context, asked, delivery) : response.reply(renderAnswer(reply.answer), eyes);
      return respondOrPost({ log, respond, post: () => send(place, delivery) });
    }
  }
}
