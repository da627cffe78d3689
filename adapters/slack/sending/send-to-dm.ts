import { isDmPlace } from "../place.ts";
import type { Delivery } from "./delivery.ts";
import { type ResponseContext, type ResponseTarget, respondOrPost } from "./respond-or-post.ts";

/**
 * Sends an answer to the person's DM, and a pointer to it where they asked, unless that is the DM itself. If their DM is
 * refused, the answer is shown where they asked, for their eyes, and needs no pointer.
 */
export async function sendToDm(
  context: ResponseContext,
  delivery: Delivery,
  { url, place }: ResponseTarget,
): Promise<void> {
  const { pointer, key } = delivery;
  const inDm = await context.send(place, { ...delivery, url });
  if (!inDm || !pointer || isDmPlace(place)) return;
  const pointing: Delivery = { answer: pointer, audience: "asker", key: `${key}/pointer` };
  if (place.kind === "home") {
    await context.send(place, pointing);
    return;
  }
  await respondOrPost(context, pointing, { url, place });
}
