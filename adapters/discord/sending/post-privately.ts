import type { Answer } from "../../../src/answer/answer.ts";
import type { Posted } from "../../../src/platform/adapter.ts";
import type { UserPlace } from "../place.ts";
import { createTextAnswer } from "../rendering/text-answer.ts";
import { mayPass } from "../rest/api-failure.ts";
import type { Delivery } from "./delivery.ts";
import { postDm } from "./post-dm.ts";
import { postToPlace } from "./post-to-place.ts";
import type { SendContext } from "./send-context.ts";

/**
 * Posts an answer to the person's DM, and a pointer to it where they asked. If the DM is refused, only the pointer is
 * posted, which does not have the answer's content.
 * @throws what may pass
 */
export async function postPrivately(
  context: SendContext,
  place: UserPlace,
  delivery: Delivery,
): Promise<Posted | undefined> {
  const { answer, audience, pointer, key } = delivery;
  const { log } = context;
  const postPointer = async (content: Answer) => {
    const pointing = { answer: content, audience, key: `${key}/pointer` };
    try {
      return await postToPlace(context, place, pointing);
    } catch (error) {
      if (mayPass(error)) throw error;
      log.warn({ err: error, channel: place.channel }, "discord: pointer to a DM refused");
      return undefined;
    }
  };
  // Nobody else knows of what was asked in an ephemeral message.
  const isSecret = place.kind === "aside";
  let posted: Posted;
  try {
    posted = await postDm(context.rest, place.user, delivery);
  } catch (error) {
    if (mayPass(error)) throw error;
    log[isSecret ? "warn" : "info"]({ err: error, channel: place.channel }, "discord: DM refused");
    const { directClosed } = context.surface(answer.locale);
    return isSecret ? undefined : postPointer(pointer ?? createTextAnswer(answer.locale, directClosed));
  }
  if (audience === "direct" && pointer && !isSecret) await postPointer(pointer);
  return posted;
}
