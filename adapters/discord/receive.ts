import type { ButtonInteraction, ChatInputCommandInteraction, Message } from "discord.js";
import { z } from "zod";
import type { Incoming } from "../../src/platform.ts";

/**
 * Where a reply goes on Discord: to a channel, in a server as a reply to the message that began the conversation
 * (`root`), or with `direct` to the user's direct messages, because nobody else may see it.
 */
const placeSchema = z.object({
  channel: z.string(),
  root: z.string().exactOptional(),
  user: z.string(),
  direct: z.boolean().exactOptional(),
});
export type Place = Readonly<z.infer<typeof placeSchema>>;

export function readPlace(data: string): Place {
  return placeSchema.parse(JSON.parse(data));
}

function toAddress(place: Place): Incoming["address"] {
  return { adapter: "discord", data: JSON.stringify(place) };
}

interface Said {
  readonly message: Message;
  /** The message that began the conversation, where this one replies to the bot. */
  readonly root: string;
  readonly botId: string;
}

/** A direct message, or a mention in a server; there the conversation is what follows from one message. */
export function fromMessage({ message, root, botId }: Said): Incoming {
  const { guildId, channelId, author, id, content, attachments } = message;
  return {
    id: `discord/message/${id}`,
    address: toAddress({ channel: channelId, user: author.id, ...(guildId !== null && { root }) }),
    conversation: conversationOf(guildId, channelId, root),
    person: `discord/${author.id}`,
    addressed: true,
    place: guildId === null ? "private" : "channel",
    input: {
      kind: "question",
      text: content.replaceAll(new RegExp(`<@!?${botId}>`, "g"), " ").trim(),
      hasPicture: attachments.size > 0,
    },
  };
}

/** The slash command, seen by who typed it; alone it opens the front page. */
export function fromCommand(interaction: ChatInputCommandInteraction): Incoming {
  const { id, guildId, channelId, user, locale } = interaction;
  const question = interaction.options.getString("question");
  return {
    id: `discord/interaction/${id}`,
    address: toAddress({ channel: channelId, user: user.id, direct: true }),
    conversation: conversationOf(guildId, channelId, `command/${user.id}`),
    person: `discord/${user.id}`,
    addressed: true,
    place: "private",
    locale,
    input: question?.trim() ? { kind: "question", text: question, hasPicture: false } : { kind: "open" },
  };
}

/** A press belongs to the conversation of the message that holds the button. */
export function fromPress(interaction: ButtonInteraction): Incoming {
  const { id, guildId, channelId, user, message, customId } = interaction;
  const isEphemeral = message.flags.has("Ephemeral");
  const isPrivate = guildId === null || isEphemeral;
  const root = message.reference?.messageId ?? message.id;
  return {
    id: `discord/interaction/${id}`,
    address: toAddress({ channel: channelId, user: user.id, ...(isPrivate ? { direct: true } : { root }) }),
    conversation: conversationOf(guildId, channelId, isEphemeral ? `command/${user.id}` : root),
    person: `discord/${user.id}`,
    addressed: true,
    place: isPrivate ? "private" : "channel",
    input: { kind: "press", token: customId },
  };
}

/** Direct messages are one conversation; in a server it is what follows from one message or command. */
function conversationOf(guild: string | null, channel: string, root: string): string {
  return guild === null ? `discord/direct/${channel}` : `discord/${guild}/${channel}/${root}`;
}
