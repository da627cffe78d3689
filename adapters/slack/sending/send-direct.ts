import type { HandlerContext } from "../handlers/handler-context.ts";
import { isDm, type SlackPlace } from "../place.ts";
import { type KeyedAnswer, respondOrPost } from "./respond-or-post.ts";

/**
 * Sends what belongs to a person's direct messages, and says where they are that it waits there.
 * @param way.url the response_url of what is answered, which is private also where the bot is no member
 */
export async function sendDirect(
  context: HandlerContext,
  said: KeyedAnswer,
  { url, place }: { readonly url?: string | undefined; readonly place: SlackPlace },
): Promise<void> {
  const { pointer, key } = said;
  await context.send(place, said);
  if (!pointer || (place.kind === "thread" && isDm(place.channel))) return;
  const pointing: KeyedAnswer = { kind: "answer", answer: pointer, audience: "asker", key: `${key}/pointer` };
  if (place.kind === "home") {
    await context.send(place, pointing);
    return;
  }
  await respondOrPost(context, pointing, { url, place, to: "ephemeral" });
}
