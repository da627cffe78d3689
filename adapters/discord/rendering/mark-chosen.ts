import {
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ComponentType,
} from "discord.js";
import { shorten } from "../../../src/lib/shorten.ts";
import { maxButtonLabelCharacters, maxPlaceholderCharacters } from "../limits.ts";
import type { DiscordMessage } from "./render-answer.ts";

const chosenMark = "✓ ";

/** The same message with a check mark on the pressed button, or with the chosen option named on its menu. Both keep working. */
export function markChosen(
  { components }: Pick<DiscordMessage, "components">,
  token: string,
): DiscordMessage {
  return { components: components.map((component) => markInComponent(component, token)), files: [] };
}

function markInComponent(component: APIMessageTopLevelComponent, token: string): APIMessageTopLevelComponent {
  switch (component.type) {
    case ComponentType.ActionRow:
      return { ...component, components: component.components.map((one) => markComponent(one, token)) };
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

function markComponent(
  component: APIComponentInMessageActionRow,
  token: string,
): APIComponentInMessageActionRow {
  if (component.type === ComponentType.StringSelect) {
    const chosen = component.options.find(({ value }) => value === token);
    if (!chosen) return component;
    return { ...component, placeholder: shorten(`${chosenMark}${chosen.label}`, maxPlaceholderCharacters) };
  }
  if (component.type !== ComponentType.Button || !("custom_id" in component)) return component;
  const { custom_id: id, label = "" } = component;
  if (id !== token || label.startsWith(chosenMark)) return component;
  return { ...component, label: shorten(`${chosenMark}${label}`, maxButtonLabelCharacters) };
}
