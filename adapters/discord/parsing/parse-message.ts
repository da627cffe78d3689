import { type AnyThreadChannel, type Message, MessageType } from "discord.js";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import type { Incoming, Input } from "../../../src/platform/incoming.ts";
import type { ChannelSettings } from "../handlers/handler-context.ts";
import { fromPlace, personOf } from "../place.ts";
import { followReplies } from "./follow-replies.ts";
import { parseText } from "./parse-text.ts";

/**
 * What a person wrote where the bot reads along; undefined for what is not for it: what bots, webhooks and Discord
 * itself wrote, channels that it does not watch, and words that it can't read. A reply to the bot speaks to it.
 */
export function parseMessage(message: Message, around: ChannelSettings): Incoming | undefined {
  const { author, type, webhookId, channel } = message;
  const isSaid = type === MessageType.Default || type === MessageType.Reply;
  if (author.bot || webhookId !== null || !isSaid) return undefined;
  const said = { ...asked(message), isMention: isMentioned(message), isReadable: isReadable(message) };
  if (!message.inGuild()) return inDirect(message, said);
  return channel.isThread()
    ? inThread(message, channel, { ...around, said })
    : inChannel(message, { ...around, said });
}

interface ParsedMessage extends Pick<Incoming, "id" | "name" | "input"> {
  readonly isMention: boolean;
  readonly isReadable: boolean;
}

function inDirect(message: Message, { isMention: _, isReadable: __, ...said }: ParsedMessage): Incoming {
  const place = { kind: "direct", channel: message.channelId, user: message.author.id } as const;
  return { ...fromPlace(place), ...said, addressed: true };
}

interface ParseContext extends ChannelSettings {
  readonly said: ParsedMessage;
}

function inChannel(
  message: Message<true>,
  { helpChannels, usesThreads, said: { isMention, isReadable, ...said } }: ParseContext,
): Incoming | undefined {
  const { guildId: guild, channelId: channel, author, id } = message;
  const { root, begunBy, isToBot, concernsBot } = followReplies(message);
  const watched = helpChannels.get(channel);
  const addressed = isReadable && (isMention || isToBot);
  const begins = root === id;
  const mayBegin = watched !== undefined && watched.mode !== "mentions" && isReadable;
  const mayFollow = watched !== undefined || concernsBot;
  if (!addressed && !(begins ? mayBegin : mayFollow)) return undefined;
  const inThread = watched !== undefined && usesThreads;
  const place = {
    kind: "channel",
    guild,
    channel,
    root,
    user: author.id,
    ...(inThread && { inThread }),
  } as const;
  return {
    ...fromPlace(place),
    ...said,
    ...spokenIn(watched),
    ...(begins && watched && !addressed && { mode: watched.mode }),
    ...(begunBy !== undefined && { begunBy: personOf(begunBy) }),
    addressed,
  };
}

/** In a forum a new post is a question, its title the first part of it; what is said in it later follows. */
function inThread(
  message: Message<true>,
  thread: AnyThreadChannel,
  { helpChannels, said: { isMention, isReadable, input, ...said } }: ParseContext,
): Incoming | undefined {
  const { guildId: guild, channelId: channel, author } = message;
  const parent = thread.parentId ?? "";
  const watched = helpChannels.get(parent);
  const isPost = thread.parent?.isThreadOnly() === true;
  const begins = isPost && message.id === thread.id;
  const addressed = isMention || (isReadable && followReplies(message).isToBot);
  const isWatched = watched !== undefined && !(begins && watched.mode === "mentions");
  if (!addressed && !isWatched && !thread.joined) return undefined;
  return {
    ...fromPlace({ kind: "thread", guild, parent, channel, user: author.id }),
    ...said,
    input: begins ? withTitle(thread.name, input) : input,
    ...spokenIn(watched),
    ...(begins && watched && !addressed && { mode: watched.mode }),
    ...(isPost && thread.ownerId && { begunBy: personOf(thread.ownerId) }),
    addressed,
  };
}

function withTitle(title: string, input: Input): Input {
  if (input.kind !== "question") return input;
  return { ...input, text: [title, input.text].filter((part) => part !== "").join("\n") };
}

/** Without the intent for message content, what does not mention the bot comes empty: events/gateway#message-content-intent. */
function isReadable({ content, attachments }: Message): boolean {
  return content !== "" || attachments.size > 0;
}

/** By name: @everyone, @here and roles speak to others, and a reply to something else than its own words does not count. */
function isMentioned({ mentions, client }: Message): boolean {
  return mentions.has(client.user, { ignoreEveryone: true, ignoreRoles: true, ignoreRepliedUser: true });
}

/** The id is the message's own, so that no repeated event is answered twice. */
function asked(message: Message): Pick<Incoming, "id" | "input" | "name"> {
  const { id, content, attachments, member, author } = message;
  return {
    id: `discord/message/${id}`,
    name: member?.displayName ?? author.displayName,
    input: { kind: "question", text: parseText(content), hasPicture: attachments.size > 0 },
  };
}

function spokenIn(watched: HelpChannel | undefined): Pick<Incoming, "locale"> {
  return watched?.locale ? { locale: watched.locale } : {};
}
