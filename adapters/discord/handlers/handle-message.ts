import type { Message } from "discord.js";
import { parseMessage } from "../parsing/parse-message.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Answers a message, if it is for the bot. */
export async function handleMessage(context: HandlerContext, message: Message): Promise<void> {
  const event = parseMessage(message, context);
  if (!event) return;
  const { incoming, place } = event;
  const { reply, complete, key = incoming.id } = await context.core.handle(incoming);
  if (reply.kind !== "answer") return;
  await complete(() => context.send(place, { ...reply, key }));
}
