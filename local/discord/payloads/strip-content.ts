import type { GuildContext } from "../guild-context.ts";
import type { DiscordPayload } from "./payload.ts";

/**
 * Removes what requires the message content intent: events/gateway#message-content-intent. The app's own messages keep
 * it, and so do those that mention it, which includes replies unless their ping is off.
 */
export function stripContent(context: Pick<GuildContext, "app">, message: DiscordPayload): DiscordPayload {
  const { referenced_message: replied } = message;
  const inner = isObject(replied) ? { referenced_message: stripContent(context, replied) } : {};
  if (isReadable(context, message)) return { ...message, ...inner };
  return { ...message, ...inner, content: "", embeds: [], attachments: [], components: [] };
}

function isReadable(
  { app: { botUserId } }: Pick<GuildContext, "app">,
  { author, mentions }: DiscordPayload,
): boolean {
  const isIt = (user: unknown) => isObject(user) && user.id === botUserId;
  return isIt(author) || (Array.isArray(mentions) && mentions.some(isIt));
}

function isObject(value: unknown): value is DiscordPayload {
  return typeof value === "object" && value !== null;
}
