import type { GuildContext } from "../guild-context.ts";

type Wire = Readonly<Record<string, unknown>>;

/**
 * A message without what the intent for message content is needed for: events/gateway#message-content-intent. The
 * app's own messages keep it, and those that mention it, as replies to it do unless the person switched the ping off.
 */
export function strip(core: Pick<GuildContext, "app">, message: Wire): Wire {
  const { referenced_message: replied } = message;
  const inner = isObject(replied) ? { referenced_message: strip(core, replied) } : {};
  if (isReadable(core, message)) return { ...message, ...inner };
  return { ...message, ...inner, content: "", embeds: [], attachments: [], components: [] };
}

function isReadable({ app: { botUserId } }: Pick<GuildContext, "app">, { author, mentions }: Wire): boolean {
  const isIt = (user: unknown) => isObject(user) && user.id === botUserId;
  return isIt(author) || (Array.isArray(mentions) && mentions.some(isIt));
}

function isObject(value: unknown): value is Wire {
  return typeof value === "object" && value !== null;
}
