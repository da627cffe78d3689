import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from "discord.js";
import type { Input } from "../../../src/platform/incoming.ts";
import { questionOption } from "../commands/application-commands.ts";
import type { ChannelSettings } from "./channel-settings.ts";
import { toInteractionEvent } from "./interaction-event.ts";
import { commandPlace } from "./interaction-place.ts";
import { parseText } from "./parse-text.ts";
import type { ParsedEvent } from "./parsed-event.ts";
import { readMessage } from "./read-message.ts";

/** The slash command. Without a question it opens the start page. */
export function parseCommand(
  interaction: ChatInputCommandInteraction,
  settings: ChannelSettings,
): ParsedEvent {
  const question = interaction.options.getString(questionOption) ?? "";
  const input: Input = question.trim()
    ? { kind: "question", text: parseText(question), hasPicture: false }
    : { kind: "open" };
  return toInteractionEvent(interaction, { place: commandPlace(interaction), input, settings });
}

/** The command in a message's context menu: the message is the question, whoever wrote it. */
export function parseContextMenu(
  interaction: MessageContextMenuCommandInteraction,
  settings: ChannelSettings,
): ParsedEvent {
  const { text, hasPicture, files } = readMessage(interaction.targetMessage);
  const input: Input = { kind: "question", text, hasPicture };
  const event = toInteractionEvent(interaction, { place: commandPlace(interaction), input, settings });
  return { ...event, files };
}
