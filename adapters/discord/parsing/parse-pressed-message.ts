import {
  type APIButtonComponent,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  Message,
  MessageFlags,
} from "discord.js";
import { rootIn } from "./follow-replies.ts";

/** The message whose button was pressed, or that a form was opened from. */
export interface PressedMessage {
  readonly id: string;
  /** Whether one person alone sees it. */
  readonly isEphemeral: boolean;
  /** The message that began the conversation. */
  readonly root: string;
  readonly components: readonly APIMessageTopLevelComponent[];
}

/** discord.js gives a message as Discord's JSON where it does not know the channel: where the bot is not in. */
export function parsePressedMessage(message: Message | APIMessage): PressedMessage {
  if (!(message instanceof Message)) {
    const { id, flags = 0, components = [] } = message;
    return { id, isEphemeral: (flags & MessageFlags.Ephemeral) !== 0, root: id, components };
  }
  return {
    id: message.id,
    isEphemeral: message.flags.has(MessageFlags.Ephemeral),
    root: rootIn(message) ?? message.id,
    components: message.components.map((component) => component.toJSON()),
  };
}

/** The buttons of a message. */
export function buttonsIn({ components }: Pick<PressedMessage, "components">): readonly APIButtonComponent[] {
  return components.flatMap((component) =>
    component.type === ComponentType.ActionRow
      ? component.components.flatMap((button) => (button.type === ComponentType.Button ? [button] : []))
      : [],
  );
}
