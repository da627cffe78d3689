import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from "discord.js";
import type { Input } from "../../../src/platform/incoming.ts";
import type { UserPlace } from "../place.ts";
import type { ChannelSettings } from "./channel-settings.ts";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";

/** An interaction that the core handles. */
export type HandledInteraction =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

interface InteractionEventOptions {
  readonly place: UserPlace;
  readonly input: Input;
  readonly settings: ChannelSettings;
}

/** An interaction in the core's terms. */
export function toInteractionEvent(
  interaction: HandledInteraction,
  { place, input, settings }: InteractionEventOptions,
): ParsedEvent {
  const { id, user, locale } = interaction;
  const helpChannel = settings.helpChannels.get(interaction.channelId ?? "");
  return toParsedEvent(place, {
    id: `discord/interaction/${id}`,
    name: interaction.inCachedGuild() ? interaction.member.displayName : user.displayName,
    addressed: true,
    locale: helpChannel?.locale ?? locale,
    input,
  });
}
