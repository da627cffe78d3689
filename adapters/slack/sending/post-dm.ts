import type { Delivery, PostedMessage } from "./delivery.ts";
import { postAnswer } from "./post-answer.ts";
import { callWithRetry } from "./retry.ts";
import type { WebApiContext } from "./web-api-context.ts";

/** Posts an answer to a person's DM with the bot. */
export async function postDm(
  context: WebApiContext,
  user: string,
  delivery: Delivery,
): Promise<PostedMessage | undefined> {
  return postAnswer(context, { channel: await openDm(context, user) }, delivery);
}

async function openDm(context: WebApiContext, user: string): Promise<string> {
  const attempt = () => context.client.conversations.open({ users: user });
  const { channel } = await callWithRetry(context, user, { attempt });
  if (!channel?.id) throw new Error("conversations.open returned no channel");
  return channel.id;
}
