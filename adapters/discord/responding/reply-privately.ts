import type { Reply } from "../../../src/platform/outcome.ts";
import type { UserPlace } from "../place.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { renderFormMessage } from "../rendering/render-form-message.ts";
import type { Visibility } from "./interaction-api.ts";
import { respondOrPost } from "./respond-or-post.ts";
import type { ResponseContext, ResponseTarget } from "./response-context.ts";
import { sendToDm } from "./send-to-dm.ts";

interface PrivateReply {
  readonly reply: Reply;
  /** The id of the event that is answered. */
  readonly key: string;
}

/** Answers a command or a submitted form so that only the person sees it. */
export async function replyPrivately(
  context: ResponseContext,
  target: ResponseTarget,
  { reply, key }: PrivateReply,
): Promise<void> {
  const { response, place } = target;
  const visibility = privateVisibility(place);
  switch (reply.kind) {
    case "silence":
    case "remove":
      return;
    case "form":
    case "invalid": {
      const message = renderFormMessage(reply, context.core.surface(reply.form.locale));
      return response.reply(renderAnswer(message), visibility);
    }
    case "answer": {
      const delivery = { ...reply, key };
      const isForDm = reply.audience === "direct" && place.kind !== "direct";
      return respondOrPost(context, target, {
        locale: reply.answer.locale,
        respond: () =>
          isForDm
            ? sendToDm(context, target, delivery)
            : response.reply(renderAnswer(reply.answer), visibility),
        post: () => context.send(place, delivery),
      });
    }
  }
}

/** How to answer one person: a DM is private already, so that nothing there needs to be ephemeral. */
export function privateVisibility(place: UserPlace): Visibility {
  return place.kind === "direct" ? "public" : "ephemeral";
}
