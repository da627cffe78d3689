import type { ModalData, ModalSubmitInteraction } from "discord.js";
import type { ChannelSettings } from "./channel-settings.ts";
import { toInteractionEvent } from "./interaction-event.ts";
import { commandPlace, messagePlace } from "./interaction-place.ts";
import { parsePressedMessage } from "./parse-pressed-message.ts";
import type { ParsedEvent } from "./parsed-event.ts";

/** A submitted modal. It belongs to the conversation in which it was opened. */
export function parseSubmission(interaction: ModalSubmitInteraction, settings: ChannelSettings): ParsedEvent {
  const { customId: token, fields, message } = interaction;
  const place = message
    ? messagePlace(interaction, parsePressedMessage(message), settings)
    : commandPlace(interaction);
  const values = Object.fromEntries(
    [...fields.fields.values()].map((field) => [field.customId, fieldValue(field)]),
  );
  return toInteractionEvent(interaction, { place, input: { kind: "submit", token, values }, settings });
}

/** The text of an input, or the selected option. */
function fieldValue(field: ModalData): string {
  const value = "values" in field ? field.values[0] : "value" in field && field.value;
  return typeof value === "string" ? value : "";
}
