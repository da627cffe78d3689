import {
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ComponentType,
  type Message,
} from "discord.js";
import { shorten } from "../../src/answer/shorten.ts";
import { buttonLabel } from "./limits.ts";
import type { DiscordMessage } from "./render.ts";

const check = "✓ ";

/** The message as it stands, with a mark on the button that was pressed; its buttons go on working. */
export function markChosen({ components }: Message, token: string): DiscordMessage {
  const now: readonly APIMessageTopLevelComponent[] = components.map((component) => component.toJSON());
  return { components: now.map((component) => markIn(component, token)), files: [] };
}

function markIn(component: APIMessageTopLevelComponent, token: string): APIMessageTopLevelComponent {
  if (component.type !== ComponentType.ActionRow) return component;
  return { ...component, components: component.components.map((button) => markButton(button, token)) };
}

function markButton(button: APIComponentInMessageActionRow, token: string): APIComponentInMessageActionRow {
  if (button.type !== ComponentType.Button || !("custom_id" in button)) return button;
  const { custom_id: id, label = "" } = button;
  if (id !== token || label.startsWith(check)) return button;
  return { ...button, label: shorten(`${check}${label}`, buttonLabel) };
}

/** What is written on the button. */
export function labelOf({ components }: Message, token: string): string | undefined {
  const buttons = components
    .map((component): APIMessageTopLevelComponent => component.toJSON())
    .flatMap((component) => (component.type === ComponentType.ActionRow ? component.components : []));
  const found = buttons.find((button) => "custom_id" in button && button.custom_id === token);
  return found?.type === ComponentType.Button && "label" in found ? found.label : undefined;
}
