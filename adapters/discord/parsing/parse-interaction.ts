import {
  type APIMessage,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  Message,
  type MessageContextMenuCommandInteraction,
  type ModalData,
  type ModalSubmitInteraction,
} from "discord.js";
import type { Incoming, Input } from "../../../src/platform/incoming.ts";
import { questionOption } from "../connection/register-commands.ts";
import type { ChannelSettings } from "../handlers/handler-context.ts";
import { fromPlace, type PersonsPlace } from "../place.ts";
import { isPanel } from "../sending/panel.ts";
import { type PressedMessage, parsePressedMessage } from "./parse-pressed-message.ts";
import { parseText } from "./parse-text.ts";

/** The slash command, seen by who typed it; alone it opens the front page. */
export function parseCommand(interaction: ChatInputCommandInteraction, around: ChannelSettings): Incoming {
  const question = interaction.options.getString(questionOption) ?? "";
  const input: Input = question.trim()
    ? { kind: "question", text: parseText(question), hasPicture: false }
    : { kind: "open" };
  return { ...fromInteraction(interaction, around), input };
}

/** Somebody looks for an answer to somebody's message: shown to who looks. */
export function parseContextMenu(
  interaction: MessageContextMenuCommandInteraction,
  around: ChannelSettings,
): Incoming {
  const { targetMessage: message } = interaction;
  const { content } = message;
  const hasPicture = message instanceof Message ? message.attachments.size > 0 : hasFiles(message);
  const input: Input = { kind: "question", text: parseText(content), hasPicture };
  return { ...fromInteraction(interaction, around), input };
}

/** Where discord.js does not know the channel, a message is Discord's JSON. */
function hasFiles({ attachments }: APIMessage): boolean {
  return attachments.length > 0;
}

/** A press belongs to the conversation of the message that holds the button. */
export function parsePress(interaction: ButtonInteraction, around: ChannelSettings): Incoming {
  return {
    ...fromInteraction(interaction, around),
    input: { kind: "press", token: interaction.customId },
  };
}

/** A form belongs to where it was opened. */
export function parseSubmission(interaction: ModalSubmitInteraction, around: ChannelSettings): Incoming {
  const { customId, fields } = interaction;
  const values = Object.fromEntries(
    [...fields.fields.values()].map((field) => [field.customId, filledIn(field)]),
  );
  return {
    ...fromInteraction(interaction, around),
    input: { kind: "submit", token: customId, values },
  };
}

/** What was typed, or the one option that was chosen. */
function filledIn(field: ModalData): string {
  const value = "values" in field ? field.values[0] : "value" in field && field.value;
  return typeof value === "string" ? value : "";
}

type Acted =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

function fromInteraction(interaction: Acted, around: ChannelSettings): Omit<Incoming, "input"> {
  const { id, user, locale } = interaction;
  const watched = around.helpChannels.get(interaction.channelId ?? "");
  return {
    ...fromPlace(placeOf(interaction, around)),
    id: `discord/interaction/${id}`,
    name: interaction.inCachedGuild() ? interaction.member.displayName : user.displayName,
    addressed: true,
    locale: watched?.locale ?? locale,
  };
}

/**
 * Where somebody acted. `aside` is what one person alone is shown: what comes of a command, messages that only they
 * see, the panel, and whatever happens where the bot is not in (an app that a user installed for themselves).
 */
export function placeOf(interaction: Acted, { helpChannels, usesThreads }: ChannelSettings): PersonsPlace {
  const { channelId, user, guildId, channel } = interaction;
  const pressed = pressedIn(interaction);
  const where = { channel: channelId ?? "", user: user.id };
  if (isDirect(interaction)) return { kind: "direct", ...where };
  const guild = guildId ?? undefined;
  if (!pressed || !guild || !interaction.inCachedGuild() || pressed.isEphemeral || isPanel(pressed)) {
    return { kind: "aside", ...where, ...(guild !== undefined && { guild }) };
  }
  if (channel?.isThread()) return { kind: "thread", guild, parent: channel.parentId ?? "", ...where };
  const inThread = usesThreads && helpChannels.has(where.channel);
  return {
    kind: "channel",
    guild,
    ...where,
    root: pressed.root,
    ...(inThread && { inThread }),
  };
}

/** The message that holds what was pressed or what opened the form. */
function pressedIn(interaction: Acted): PressedMessage | undefined {
  if (interaction.isButton()) return parsePressedMessage(interaction.message);
  return interaction.isModalSubmit() && interaction.message
    ? parsePressedMessage(interaction.message)
    : undefined;
}

/** With the bot itself, and not between people: interactions/receiving-and-responding#interaction-context-types. */
function isDirect({ guildId, context }: BaseInteraction): boolean {
  return guildId === null && context !== InteractionContextType.PrivateChannel;
}
