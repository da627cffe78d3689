import type { Answer } from "../../../src/answer/answer.ts";
import type { Posted } from "../../../src/platform/adapter.ts";
import type { UserPlace } from "../place.ts";
import { createTextAnswer } from "../rendering/text-answer.ts";
import { readApiFailure } from "./api-failure.ts";
import type { Delivery } from "./delivery.ts";
import { postDm } from "./post-dm.ts";
import { postToPlace } from "./post-to-place.ts";
import type { SendContext } from "./send-context.ts";

/**
 * Posts an answer to the person's DM, and a pointer to it where they asked. If their DMs are closed, only the pointer
 * is posted, which does not have the answer's content.
 */
export async function postPrivately(
  context: SendContext,
  place: UserPlace,
  delivery: Delivery,
): Promise<Posted | undefined> {
  const { answer, audience, pointer, key } = delivery;
  const postPointer = async (content: Answer) => {
    // Nobody else knows of what was asked in an ephemeral message.
    if (place.kind === "aside") return undefined;
    return postToPlace(context, place, { answer: content, audience, key: `${key}/pointer` });
  };
  let posted: Posted;
  try {
    posted = await postDm(context.rest, place.user, delivery);
  } catch (error) {
    if (readApiFailure(error) !== "dmsClosed") throw error;
    context.log.info({ err: error }, "discord: DMs closed");
    const { directClosed } = context.surface(answer.locale);
    return postPointer(pointer ?? createTextAnswer(answer.locale, directClosed));
  }
  if (audience === "direct" && pointer) await postPointer(pointer);
  return posted;
}
