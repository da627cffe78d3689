import {
  type APIButtonComponent,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  Message,
  MessageFlags,
} from "discord.js";
import { repliedMessageId } from "./follow-replies.ts";

/** The message whose button was pressed, or that a form was opened from. */
export interface PressedMessage {
  readonly id: string;
  readonly isEphemeral: boolean;
  /** The message that began the conversation. */
  readonly root: string;
  readonly components: readonly APIMessageTopLevelComponent[];
}

/** discord.js passes a message as raw JSON if it has not cached the channel: where the bot is not a member. */
export function parsePressedMessage(message: Message | APIMessage): PressedMessage {
  if (!(message instanceof Message)) {
    const { id, flags = 0, components = [] } = message;
    return { id, isEphemeral: (flags & MessageFlags.Ephemeral) !== 0, root: id, components };
  }
  return {
    id: message.id,
    isEphemeral: message.flags.has(MessageFlags.Ephemeral),
    root: repliedMessageId(message) ?? message.id,
    components: message.components.map((component) => component.toJSON()),
  };
}

/** The label of the button with this token. */
export function findButtonLabel(message: PressedMessage, token: string): string | undefined {
  const button = buttonsOf(message).find((one) => "custom_id" in one && one.custom_id === token);
  return button && "label" in button ? button.label : undefined;
}

function buttonsOf({ components }: PressedMessage): readonly APIButtonComponent[] {
  return components.flatMap((component) =>
    component.type === ComponentType.ActionRow
      ? component.components.flatMap((button) => (button.type === ComponentType.Button ? [button] : []))
      : [],
  );
}
