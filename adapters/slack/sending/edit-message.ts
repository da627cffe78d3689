import { z } from "zod";
import type { Answer } from "../../../src/answer/answer.ts";
import type { Address } from "../../../src/platform/incoming.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { callWithRetry } from "./retry.ts";
import type { WebApiContext } from "./web-api-context.ts";

/** A message of the bot, as an address holds it. */
const messageSchema = z.object({ channel: z.string(), ts: z.string() });
type MessageId = z.infer<typeof messageSchema>;

export function toMessageAddress({ channel, ts }: MessageId): Address {
  return { adapter: "slack", data: JSON.stringify({ channel, ts }) };
}

/**
 * Replaces the content of a message. Its metadata stay, since they are not given, and it is not marked as edited, since
 * blocks are: methods/chat.update
 * @throws the SDK's error if Slack refuses it; an Error if the answer does not fit one message
 */
export async function editMessage(
  context: Pick<WebApiContext, "client" | "log" | "stopping" | "onFailure">,
  { data }: Address,
  answer: Answer,
): Promise<void> {
  const { channel, ts } = messageSchema.parse(JSON.parse(data));
  const [message, second] = renderAnswer(answer);
  if (!message || second) throw new Error("the answer does not fit one message");
  const { text, blocks } = message;
  const attempt = () => context.client.chat.update({ channel, ts, text, blocks });
  await callWithRetry(context, ts, { attempt });
}
