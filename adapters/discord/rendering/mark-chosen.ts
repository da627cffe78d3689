import {
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ComponentType,
} from "discord.js";
import { shorten } from "../../../src/lib/shorten.ts";
import { buttonLabel } from "../limits.ts";
import { buttonsIn, type PressedMessage } from "../parsing/parse-pressed-message.ts";
import type { DiscordMessage } from "./render-answer.ts";

const chosenMark = "✓ ";

/** The message as it stands, with a mark on the button that was pressed; its buttons go on working. */
export function markChosen({ components }: PressedMessage, token: string): DiscordMessage {
  return { components: components.map((component) => markIn(component, token)), files: [] };
}

function markIn(component: APIMessageTopLevelComponent, token: string): APIMessageTopLevelComponent {
  switch (component.type) {
    case ComponentType.ActionRow:
      return { ...component, components: component.components.map((button) => markButton(button, token)) };
    case ComponentType.File:
      return { type: component.type, file: { url: toAttachment(component.file.url) } };
    default:
      return component;
  }
}

/** A file that stands in a message is named in it by its name alone: components/reference#unfurled-media-item. */
function toAttachment(url: string): string {
  const name = url.split("?")[0]?.split("/").at(-1) ?? "";
  return `attachment://${decodeURIComponent(name)}`;
}

function markButton(button: APIComponentInMessageActionRow, token: string): APIComponentInMessageActionRow {
  if (button.type !== ComponentType.Button || !("custom_id" in button)) return button;
  const { custom_id: id, label = "" } = button;
  if (id !== token || label.startsWith(chosenMark)) return button;
  return { ...button, label: shorten(`${chosenMark}${label}`, buttonLabel) };
}

/** What is written on the button. */
export function labelOf(pressed: PressedMessage, token: string): string | undefined {
  const found = buttonsIn(pressed).find((button) => "custom_id" in button && button.custom_id === token);
  return found && "label" in found ? found.label : undefined;
}
