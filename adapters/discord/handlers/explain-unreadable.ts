import type { Message } from "discord.js";
import { findLocale, lastLocale } from "../../../src/answer/locale.ts";
import { followReplies } from "../parsing/follow-replies.ts";
import { mentionsOwnRole } from "../parsing/mentions.ts";
import { isByPerson } from "../parsing/parse-message.ts";
import { readMessage } from "../parsing/read-message.ts";
import type { UserPlace } from "../place.ts";
import { createTextAnswer } from "../rendering/text-answer.ts";
import { topicButtons } from "../rendering/topic-buttons.ts";
import type { HandlerContext } from "./handler-context.ts";

/**
 * Whether a message speaks to the bot and came empty, because the bot does not have the message content intent: a reply
 * to an answer that was shared (discord/discord-api-docs#5395), or without a ping, or a mention of the bot's role.
 */
export function isUnreadable(message: Message, { readsContent }: HandlerContext): boolean {
  if (readsContent() || !message.inGuild() || !isByPerson(message) || message.stickers.size > 0) return false;
  if (!readMessage(message).isEmpty) return false;
  return mentionsOwnRole(message) || followReplies(message).isToBot;
}

/** Says how to be heard, once in a conversation. */
export async function explainUnreadable(context: HandlerContext, message: Message<true>): Promise<void> {
  const { core, helpChannels, isFirstUnreadable, send, log } = context;
  const { id, channelId: channel, guildId: guild, author } = message;
  if (!isFirstUnreadable(`${channel}/${followReplies(message).root}`)) return;
  const parent = message.channel.isThread() ? (message.channel.parentId ?? "") : undefined;
  const base = { guild, channel, user: author.id };
  const place: UserPlace =
    parent === undefined ? { kind: "channel", ...base, root: id } : { kind: "thread", ...base, parent };
  const [defaultLocale = lastLocale] = core.languages();
  const wanted = helpChannels.get(parent ?? channel)?.locale;
  const locale = findLocale(core.languages(), wanted) ?? defaultLocale;
  const strings = core.surface(locale);
  const answer = createTextAnswer(locale, strings.cantRead, topicButtons(strings, locale));
  await send(place, { answer, audience: "all", key: `discord/unreadable/${id}` }).catch((error: unknown) => {
    log.info({ err: error, channel }, "discord: not said how to be heard");
  });
}
