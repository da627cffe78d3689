import type { ButtonInteraction, StringSelectMenuInteraction } from "discord.js";
import type { ChannelSettings } from "./channel-settings.ts";
import { toInteractionEvent } from "./interaction-event.ts";
import { messagePlace } from "./interaction-place.ts";
import { findLabel, type PressedMessage, parsePressedMessage } from "./parse-pressed-message.ts";
import type { ParsedEvent } from "./parsed-event.ts";

/** A press of a button, or a choice from the menu. */
export interface DiscordPress extends ParsedEvent {
  /** The message that holds the button or menu. */
  readonly message: PressedMessage;
  readonly channel: string;
  /** The button's token, which is its custom_id or the chosen value. */
  readonly token: string;
  readonly label: string | undefined;
  /** Identifies who pressed what and where: the same for both presses of a double click. */
  readonly dedupeKey: string;
}

/** A press belongs to the conversation of the message that holds the button. */
export function parsePress(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  settings: ChannelSettings,
): DiscordPress {
  const { channelId: channel, user } = interaction;
  const token = interaction.isButton() ? interaction.customId : (interaction.values[0] ?? "");
  const message = parsePressedMessage(interaction.message);
  const place = messagePlace(interaction, message, settings);
  return {
    ...toInteractionEvent(interaction, { place, input: { kind: "press", token }, settings }),
    message,
    channel,
    token,
    label: findLabel(message, token),
    dedupeKey: [user.id, message.id, token].join(" "),
  };
}
