import { type AnyThreadChannel, type Message, MessageType, PermissionFlagsBits } from "discord.js";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import type { Incoming, Input } from "../../../src/platform/incoming.ts";
import { personId, type UserPlace } from "../place.ts";
import type { ChannelSettings } from "./channel-settings.ts";
import { authorOf, followReplies, repliedMessageId } from "./follow-replies.ts";
import { isForEveryone, isMention } from "./mentions.ts";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";
import { type ReadMessage, readMessage } from "./read-message.ts";

/**
 * A person's message in a DM, a help channel or a thread, or one that addresses the bot. Undefined if it is not for the
 * bot: messages of bots, webhooks and Discord itself, messages to everybody, and channels that are not watched.
 */
export function parseMessage(message: Message, settings: ChannelSettings): ParsedEvent | undefined {
  if (!isByPerson(message)) return undefined;
  const { author, channel, channelId } = message;
  const read = readQuestion(message);
  if (!message.inGuild()) {
    const place = { kind: "direct", channel: channelId, user: author.id } as const;
    return toMessageEvent(message, read, { place, addressed: true });
  }
  return channel.isThread()
    ? parseThreadMessage(message, read, { ...settings, thread: channel })
    : parseChannelMessage(message, read, settings);
}

export function isByPerson({ author, type, webhookId }: Message): boolean {
  const kind: MessageType | null = type;
  const isWritten = kind === null || kind === MessageType.Default || kind === MessageType.Reply;
  return isWritten && !author.bot && !author.system && webhookId === null;
}

/** What a message says. If it only mentions the bot, in reply to somebody, that person's message is the question. */
function readQuestion(message: Message): ReadMessage {
  const read = readMessage(message);
  const isBare = read.text === "" && !read.hasPicture && read.files.length === 0;
  if (!isBare || !isMention(message)) return read;
  const replied = message.channel.messages.cache.get(repliedMessageId(message) ?? "");
  return replied && authorOf(replied) !== message.client.user.id ? readMessage(replied) : read;
}

/** A reply to the bot addresses it, with or without a mention. */
function parseChannelMessage(
  message: Message<true>,
  read: ReadMessage,
  { helpChannels, usesThreads }: ChannelSettings,
): ParsedEvent | undefined {
  const { guildId: guild, channelId: channel, author, id } = message;
  const { root, begunBy, isToBot, hasBot } = followReplies(message);
  const helpChannel = helpChannels.get(channel);
  const addressed = !read.isEmpty && (isMention(message) || isToBot);
  const isFirst = root === id;
  const mayBegin = helpChannel !== undefined && helpChannel.mode !== "mentions" && !read.isEmpty;
  const mayContinue = helpChannel !== undefined || hasBot;
  if (!addressed && (isForEveryone(message) || !(isFirst ? mayBegin : mayContinue))) return undefined;
  const inThread = helpChannel !== undefined && usesThreads;
  const place = { kind: "channel", guild, channel, root, user: author.id } as const;
  return toMessageEvent(message, read, {
    place: { ...place, ...(inThread && { inThread }) },
    ...localeField(helpChannel),
    ...moderatorField(message),
    ...(isFirst && helpChannel && !addressed && { mode: helpChannel.mode }),
    ...(begunBy !== undefined && { begunBy: personId(begunBy) }),
    ...(inThread && (isFirst || begunBy === author.id) && { isOwnPlace: true }),
    addressed,
  });
}

interface ThreadSettings extends ChannelSettings {
  readonly thread: AnyThreadChannel;
}

/** A forum post's first message is a question that includes the title; later messages continue the conversation. */
function parseThreadMessage(
  message: Message<true>,
  read: ReadMessage,
  { helpChannels, thread }: ThreadSettings,
): ParsedEvent | undefined {
  const { guildId: guild, channelId: channel, author } = message;
  const parent = thread.parentId ?? "";
  const helpChannel = helpChannels.get(parent);
  const isPost = thread.parent?.isThreadOnly() === true;
  const isFirst = isPost && message.id === thread.id;
  const addressed = isMention(message) || (!read.isEmpty && followReplies(message).isToBot);
  const isWatched = helpChannel !== undefined && !(isFirst && helpChannel.mode === "mentions");
  const isHeard = isWatched || thread.joined || isUnderOwnMessage(thread);
  if (!addressed && (isForEveryone(message) || !isHeard)) return undefined;
  const question = isFirst ? withTitle(thread.name, read) : read;
  return toMessageEvent(message, question, {
    place: { kind: "thread", guild, parent, channel, user: author.id },
    ...localeField(helpChannel),
    ...moderatorField(message),
    ...(isFirst && helpChannel && !addressed && { mode: helpChannel.mode }),
    ...(isPost && thread.ownerId && { begunBy: personId(thread.ownerId) }),
    ...(thread.ownerId === author.id && { isOwnPlace: true }),
    addressed,
  });
}

/** Whether a thread was started from a message of the bot, as far as that is remembered; a thread has its message's id. */
function isUnderOwnMessage({ id, parent, client }: AnyThreadChannel): boolean {
  const started = parent?.isTextBased() ? parent.messages.cache.get(id) : undefined;
  return started !== undefined && authorOf(started) === client.user.id;
}

function withTitle(title: string, read: ReadMessage): ReadMessage {
  return { ...read, text: [title, read.text].filter((part) => part !== "").join("\n") };
}

interface MessageEvent
  extends Pick<Incoming, "addressed" | "mode" | "locale" | "begunBy" | "isModerator" | "isOwnPlace"> {
  readonly place: UserPlace;
}

/** The id is the message's: a redelivered event has the same. */
function toMessageEvent(
  { id, member, author }: Message,
  { text, hasPicture, files }: ReadMessage,
  { place, ...fields }: MessageEvent,
): ParsedEvent {
  const input: Input = { kind: "question", text, hasPicture };
  const name = member?.displayName ?? author.displayName;
  return { ...toParsedEvent(place, { id: `discord/message/${id}`, name, input, ...fields }), files };
}

function localeField(helpChannel: HelpChannel | undefined): Pick<Incoming, "locale"> {
  return helpChannel?.locale ? { locale: helpChannel.locale } : {};
}

const { ManageMessages, ModerateMembers } = PermissionFlagsBits;

/** Who may delete the messages of others or time people out moderates: topics/permissions#permissions-bitwise-permission-flags */
function moderatorField({ member, channel }: Message<true>): Pick<Incoming, "isModerator"> {
  const isModerator = member?.permissionsIn(channel).any([ManageMessages, ModerateMembers]) ?? false;
  return isModerator ? { isModerator } : {};
}
