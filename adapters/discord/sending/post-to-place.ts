import type { Posted } from "../../../src/platform/adapter.ts";
import type { DiscordPlace } from "../place.ts";
import type { Delivery } from "./delivery.ts";
import { isEditable, toMessageAddress } from "./edit-message.ts";
import { postAnswer } from "./post-answer.ts";
import { postInThread } from "./post-in-thread.ts";
import type { SendContext } from "./send-context.ts";
import { toPosted } from "./to-posted.ts";

/**
 * Posts an answer where everybody in the place sees it.
 * @returns undefined if nobody can continue the conversation there
 */
export async function postToPlace(
  context: SendContext,
  place: DiscordPlace,
  delivery: Delivery,
): Promise<Posted | undefined> {
  const { rest, lookUpPlace } = context;
  const { channel } = place;
  switch (place.kind) {
    case "direct":
    case "thread":
      await postAnswer(rest, { channel }, delivery);
      return toPosted(place);
    case "channel":
      if (place.inThread) await postInThread(context, place, delivery);
      else await postAnswer(rest, { channel, replyTo: place.root }, delivery);
      return toPosted(place);
    case "aside":
    case "board": {
      const root = await postAnswer(rest, { channel }, delivery);
      const postedPlace = await lookUpPlace(channel, root);
      if (!postedPlace) return undefined;
      const message = isEditable(delivery.answer) && toMessageAddress({ channel, message: root });
      return { ...toPosted(postedPlace), ...(message && { message }) };
    }
  }
}
