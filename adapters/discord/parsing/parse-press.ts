import type { ButtonInteraction } from "discord.js";
import type { ChannelSettings } from "./channel-settings.ts";
import { toInteractionEvent } from "./interaction-event.ts";
import { messagePlace } from "./interaction-place.ts";
import { findButtonLabel, type PressedMessage, parsePressedMessage } from "./parse-pressed-message.ts";
import type { ParsedEvent } from "./parsed-event.ts";

/** A press of a button. */
export interface DiscordPress extends ParsedEvent {
  /** The message that holds the button. */
  readonly message: PressedMessage;
  readonly channel: string;
  /** The button's token, which is its custom_id. */
  readonly token: string;
  readonly label: string | undefined;
  /** Identifies who pressed what and where: the same for both presses of a double click. */
  readonly dedupeKey: string;
}

/** A press belongs to the conversation of the message that holds the button. */
export function parsePress(interaction: ButtonInteraction, settings: ChannelSettings): DiscordPress {
  const { customId: token, channelId: channel, user } = interaction;
  const message = parsePressedMessage(interaction.message);
  const place = messagePlace(interaction, message, settings);
  return {
    ...toInteractionEvent(interaction, { place, input: { kind: "press", token }, settings }),
    message,
    channel,
    token,
    label: findButtonLabel(message, token),
    dedupeKey: [user.id, message.id, token].join(" "),
  };
}
