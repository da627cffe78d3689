import { isDmPlace } from "../place.ts";
import type { Delivery } from "./delivery.ts";
import { type ResponseContext, type ResponseTarget, respondOrPost } from "./respond-or-post.ts";

/** Sends an answer to the person's DM, and a pointer to it where they asked, unless that is the DM itself. */
export async function sendToDm(
  context: ResponseContext,
  delivery: Delivery,
  { url, place }: ResponseTarget,
): Promise<void> {
  const { pointer, key } = delivery;
  await context.send(place, delivery);
  if (!pointer || isDmPlace(place)) return;
  const pointing: Delivery = { answer: pointer, audience: "asker", key: `${key}/pointer` };
  if (place.kind === "home") {
    await context.send(place, pointing);
    return;
  }
  await respondOrPost(context, pointing, { url, place });
}
