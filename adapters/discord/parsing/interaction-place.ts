import { type BaseInteraction, InteractionContextType } from "discord.js";
import type { UserPlace } from "../place.ts";
import { isPanel } from "../rendering/render-panel.ts";
import type { ChannelSettings } from "./channel-settings.ts";
import type { HandledInteraction } from "./interaction-event.ts";
import type { PressedMessage } from "./parse-pressed-message.ts";

/** The place of a command. Its answer is ephemeral, except in a DM with the bot. */
export function commandPlace(interaction: HandledInteraction): UserPlace {
  const { channelId, user, guildId } = interaction;
  const base = { channel: channelId ?? "", user: user.id };
  if (isBotDm(interaction)) return { kind: "direct", ...base };
  return { kind: "aside", ...base, ...(guildId !== null && { guild: guildId }) };
}

/**
 * The place of a press, or of a form that was opened by one: where the button is. Its answer is ephemeral if the button
 * is on an ephemeral message or a panel, and where the bot is not a member (an app that a user installed).
 */
export function messagePlace(
  interaction: HandledInteraction,
  message: PressedMessage,
  { helpChannels, usesThreads }: ChannelSettings,
): UserPlace {
  if (!interaction.inCachedGuild() || message.isEphemeral || isPanel(message)) {
    return commandPlace(interaction);
  }
  const { channelId, user, guildId: guild, channel } = interaction;
  const base = { channel: channelId ?? "", user: user.id };
  if (channel?.isThread()) return { kind: "thread", guild, parent: channel.parentId ?? "", ...base };
  const inThread = usesThreads && helpChannels.has(base.channel);
  return { kind: "channel", guild, ...base, root: message.root, ...(inThread && { inThread }) };
}

/** A DM with the bot, not between people: interactions/receiving-and-responding#interaction-context-types */
function isBotDm({ guildId, context }: BaseInteraction): boolean {
  return guildId === null && context !== InteractionContextType.PrivateChannel;
}
