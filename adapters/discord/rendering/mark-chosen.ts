import {
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ComponentType,
} from "discord.js";
import { shorten } from "../../../src/lib/shorten.ts";
import { maxButtonLabelCharacters } from "../limits.ts";
import type { DiscordMessage } from "./render-answer.ts";

const chosenMark = "✓ ";

/** The same message with a check mark on the pressed button. Its buttons keep working. */
export function markChosen(
  { components }: Pick<DiscordMessage, "components">,
  token: string,
): DiscordMessage {
  return { components: components.map((component) => markInComponent(component, token)), files: [] };
}

function markInComponent(component: APIMessageTopLevelComponent, token: string): APIMessageTopLevelComponent {
  switch (component.type) {
    case ComponentType.ActionRow:
      return { ...component, components: component.components.map((button) => markButton(button, token)) };
    case ComponentType.File:
      return { type: component.type, file: { url: toAttachmentUrl(component.file.url) } };
    default:
      return component;
  }
}

/** An edit refers to the message's own files by name: components/reference#unfurled-media-item */
function toAttachmentUrl(url: string): string {
  const name = url.split("?")[0]?.split("/").at(-1) ?? "";
  return `attachment://${decodeURIComponent(name)}`;
}

function markButton(button: APIComponentInMessageActionRow, token: string): APIComponentInMessageActionRow {
  if (button.type !== ComponentType.Button || !("custom_id" in button)) return button;
  const { custom_id: id, label = "" } = button;
  if (id !== token || label.startsWith(chosenMark)) return button;
  return { ...button, label: shorten(`${chosenMark}${label}`, maxButtonLabelCharacters) };
}
