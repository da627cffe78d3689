import {
  type APIMessage,
  type ChatInputCommandInteraction,
  Message,
  type MessageContextMenuCommandInteraction,
} from "discord.js";
import type { Input } from "../../../src/platform/incoming.ts";
import { questionOption } from "../commands/application-commands.ts";
import type { ChannelSettings } from "./channel-settings.ts";
import { toInteractionEvent } from "./interaction-event.ts";
import { commandPlace } from "./interaction-place.ts";
import { parseText } from "./parse-text.ts";
import type { ParsedEvent } from "./parsed-event.ts";

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
  const { targetMessage: message } = interaction;
  const hasPicture = message instanceof Message ? message.attachments.size > 0 : hasAttachments(message);
  const input: Input = { kind: "question", text: parseText(message.content), hasPicture };
  return toInteractionEvent(interaction, { place: commandPlace(interaction), input, settings });
}

/** discord.js passes a message as raw JSON if it has not cached the channel. */
function hasAttachments({ attachments }: APIMessage): boolean {
  return attachments.length > 0;
}
