import type { GuildContext } from "../guild-context.ts";

type Payload = Readonly<Record<string, unknown>>;

/**
 * Removes what requires the message content intent: events/gateway#message-content-intent. The app's own messages keep
 * it, and so do those that mention it, which includes replies unless their ping is off.
 */
export function stripContent(context: Pick<GuildContext, "app">, message: Payload): Payload {
  const { referenced_message: replied } = message;
  const inner = isObject(replied) ? { referenced_message: stripContent(context, replied) } : {};
  if (isReadable(context, message)) return { ...message, ...inner };
  return { ...message, ...inner, content: "", embeds: [], attachments: [], components: [] };
}

function isReadable(
  { app: { botUserId } }: Pick<GuildContext, "app">,
  { author, mentions }: Payload,
): boolean {
  const isIt = (user: unknown) => isObject(user) && user.id === botUserId;
  return isIt(author) || (Array.isArray(mentions) && mentions.some(isIt));
}

function isObject(value: unknown): value is Payload {
  return typeof value === "object" && value !== null;
}
