import type { Ears } from "../handlers/handler-context.ts";
import { isDirect, type Place } from "../place.ts";
import { answerFast, type Said } from "./respond-or-post.ts";

/**
 * Sends what belongs to a person's direct messages, and says where they are that it waits there.
 * @param way.url the response_url of what is answered, which is private also where the bot is no member
 */
export async function answerDirectly(
  ears: Ears,
  said: Said,
  { url, place }: { readonly url?: string | undefined; readonly place: Place },
): Promise<void> {
  const { pointer, key } = said;
  await ears.send(place, said);
  if (!pointer || (place.kind === "thread" && isDirect(place.channel))) return;
  const pointing: Said = { kind: "answer", answer: pointer, audience: "asker", key: `${key}/pointer` };
  if (place.kind === "home") {
    await ears.send(place, pointing);
    return;
  }
  await answerFast(ears, pointing, { url, place, to: "ephemeral" });
}
