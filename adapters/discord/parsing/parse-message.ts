import { type AnyThreadChannel, type Message, MessageType, PermissionFlagsBits } from "discord.js";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import type { Incoming, Input } from "../../../src/platform/incoming.ts";
import { personId } from "../place.ts";
import type { ChannelSettings } from "./channel-settings.ts";
import { followReplies } from "./follow-replies.ts";
import { parseText } from "./parse-text.ts";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";

/**
 * A person's message in a DM, a help channel or a thread, or one that addresses the bot. Undefined if it is not for the
 * bot: messages of bots, webhooks and Discord itself, and channels that are not watched.
 */
export function parseMessage(message: Message, settings: ChannelSettings): ParsedEvent | undefined {
  const { author, type, webhookId, channel, channelId } = message;
  const isByPerson = !author.bot && webhookId === null;
  if (!isByPerson || (type !== MessageType.Default && type !== MessageType.Reply)) return undefined;
  if (!message.inGuild()) {
    const place = { kind: "direct", channel: channelId, user: author.id } as const;
    return toParsedEvent(place, { ...messageFields(message), addressed: true });
  }
  return channel.isThread()
    ? parseThreadMessage(message, channel, settings)
    : parseChannelMessage(message, settings);
}

/** A reply to the bot addresses it, with or without a mention. */
function parseChannelMessage(
  message: Message<true>,
  { helpChannels, usesThreads }: ChannelSettings,
): ParsedEvent | undefined {
  const { guildId: guild, channelId: channel, author, id } = message;
  const { root, begunBy, isToBot, hasBot } = followReplies(message);
  const helpChannel = helpChannels.get(channel);
  const addressed = hasContent(message) && (isMention(message) || isToBot);
  const isFirst = root === id;
  const mayBegin = helpChannel !== undefined && helpChannel.mode !== "mentions" && hasContent(message);
  const mayContinue = helpChannel !== undefined || hasBot;
  if (!addressed && !(isFirst ? mayBegin : mayContinue)) return undefined;
  const inThread = helpChannel !== undefined && usesThreads;
  const place = { kind: "channel", guild, channel, root, user: author.id } as const;
  return toParsedEvent(
    { ...place, ...(inThread && { inThread }) },
    {
      ...messageFields(message),
      ...localeField(helpChannel),
      ...moderatorField(message),
      ...(isFirst && helpChannel && !addressed && { mode: helpChannel.mode }),
      ...(begunBy !== undefined && { begunBy: personId(begunBy) }),
      addressed,
    },
  );
}

/** A forum post's first message is a question that includes the title; later messages continue the conversation. */
function parseThreadMessage(
  message: Message<true>,
  thread: AnyThreadChannel,
  { helpChannels }: ChannelSettings,
): ParsedEvent | undefined {
  const { guildId: guild, channelId: channel, author } = message;
  const parent = thread.parentId ?? "";
  const helpChannel = helpChannels.get(parent);
  const isPost = thread.parent?.isThreadOnly() === true;
  const isFirst = isPost && message.id === thread.id;
  const addressed = isMention(message) || (hasContent(message) && followReplies(message).isToBot);
  const isWatched = helpChannel !== undefined && !(isFirst && helpChannel.mode === "mentions");
  if (!addressed && !isWatched && !thread.joined) return undefined;
  const { input, ...fields } = messageFields(message);
  return toParsedEvent(
    { kind: "thread", guild, parent, channel, user: author.id },
    {
      ...fields,
      input: isFirst ? withTitle(thread.name, input) : input,
      ...localeField(helpChannel),
      ...moderatorField(message),
      ...(isFirst && helpChannel && !addressed && { mode: helpChannel.mode }),
      ...(isPost && thread.ownerId && { begunBy: personId(thread.ownerId) }),
      addressed,
    },
  );
}

function withTitle(title: string, input: Input): Input {
  if (input.kind !== "question") return input;
  return { ...input, text: [title, input.text].filter((part) => part !== "").join("\n") };
}

/**
 * Without the message content intent, messages that don't mention the bot are empty:
 * events/gateway#message-content-intent
 */
function hasContent({ content, attachments }: Message): boolean {
  return content !== "" || attachments.size > 0;
}

/** Only a mention of the bot by name counts, not @everyone, @here, a role or the ping of a reply. */
function isMention({ mentions, client }: Message): boolean {
  return mentions.has(client.user, { ignoreEveryone: true, ignoreRoles: true, ignoreRepliedUser: true });
}

/** The id is the message's: a redelivered event has the same. */
function messageFields(message: Message): Pick<Incoming, "id" | "input" | "name"> {
  const { id, content, attachments, member, author } = message;
  return {
    id: `discord/message/${id}`,
    name: member?.displayName ?? author.displayName,
    input: { kind: "question", text: parseText(content), hasPicture: attachments.size > 0 },
  };
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
