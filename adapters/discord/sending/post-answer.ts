import { renderAnswer } from "../rendering/render-answer.ts";
import type { RestApi } from "../rest/rest-client.ts";
import type { Delivery } from "./delivery.ts";
import { postMessage } from "./post-message.ts";

interface PostTarget {
  readonly channel: string;
  /** The message to reply to. */
  readonly replyTo?: string;
}

/**
 * Posts an answer to a channel, a thread or a DM, as one or several messages.
 * @returns the id of the first message
 */
export async function postAnswer(
  rest: RestApi,
  { channel, replyTo }: PostTarget,
  { answer, key, note }: Pick<Delivery, "answer" | "key" | "note">,
): Promise<string> {
  const ids: string[] = [];
  for (const [index, message] of renderAnswer(answer, note).entries()) {
    ids.push(await postMessage(rest, channel, { message, key: `${key}/${index}`, replyTo }));
  }
  return ids[0] ?? "";
}
