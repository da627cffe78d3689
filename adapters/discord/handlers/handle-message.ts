import type { Message } from "discord.js";
import { parseMessage } from "../parsing/parse-message.ts";
import { addFiles } from "./add-files.ts";
import { explainUnreadable, isUnreadable } from "./explain-unreadable.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Answers a message, if it is for the bot. */
export async function handleMessage(context: HandlerContext, message: Message): Promise<void> {
  if (message.inGuild() && isUnreadable(message, context)) return explainUnreadable(context, message);
  const event = parseMessage(message, context);
  if (!event) return;
  const { place } = event;
  const incoming = await addFiles(event, context.api);
  const { reply, complete, key = incoming.id } = await context.core.handle(incoming);
  if (reply.kind !== "answer") return;
  await complete(() => context.send(place, { ...reply, key }));
}
