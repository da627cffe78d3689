import { renderAnswer } from "../rendering/render-answer.ts";
import type { Delivery, PostedMessage } from "./delivery.ts";
import { postMessage } from "./post-message.ts";
import type { WebApiContext } from "./web-api-context.ts";

interface PostTarget {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/**
 * Posts an answer for everybody in a channel or DM, as one or several messages.
 * @returns the first message
 */
export async function postAnswer(
  context: WebApiContext,
  { channel, thread }: PostTarget,
  { answer, key, isRedelivery = false }: Delivery,
): Promise<PostedMessage | undefined> {
  const sent: string[] = [];
  for (const [index, message] of renderAnswer(answer).entries()) {
    const request = { channel, thread, message, key: `${key}/${index}`, mayExist: isRedelivery };
    sent.push(await context.queue(channel, () => postMessage(context, request)));
  }
  const [first, second] = sent;
  if (first === undefined) return undefined;
  return { channel, thread: thread ?? first, ...(second === undefined && { ts: first }) };
}
