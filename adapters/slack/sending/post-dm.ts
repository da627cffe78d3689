import type { Delivery, PostedMessage } from "./delivery.ts";
import { postAnswer } from "./post-answer.ts";
import type { WebApiContext } from "./web-api-context.ts";

/** Posts an answer to a person's DM with the bot. */
export async function postDm(
  context: WebApiContext,
  user: string,
  delivery: Delivery,
): Promise<PostedMessage | undefined> {
  const { channel } = await context.client.conversations.open({ users: user });
  if (!channel?.id) throw new Error("conversations.open returned no channel");
  return postAnswer(context, { channel: channel.id }, delivery);
}
