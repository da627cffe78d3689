import type { ModalData, ModalSubmitInteraction } from "discord.js";
import { joinOptions } from "../../../src/answer/form.ts";
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

/** The text of an input, or the chosen options: of a radio group `value`, of a select or a checkbox group `values`. */
function fieldValue(field: ModalData): string {
  if ("values" in field) return joinOptions(field.values);
  return "value" in field && typeof field.value === "string" ? field.value : "";
}
