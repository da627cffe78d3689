import {
  type APIComponentInMessageActionRow,
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

/** The label of the button or option with this token. */
export function findLabel({ components }: PressedMessage, token: string): string | undefined {
  return components
    .flatMap((component) => (component.type === ComponentType.ActionRow ? component.components : []))
    .flatMap(labelledTokens)
    .find((labelled) => labelled.token === token)?.label;
}

function labelledTokens(component: APIComponentInMessageActionRow) {
  if (component.type === ComponentType.StringSelect)
    return component.options.map(({ label, value }) => ({ label, token: value }));
  if (component.type !== ComponentType.Button || !("custom_id" in component)) return [];
  return [{ label: component.label, token: component.custom_id }];
}
