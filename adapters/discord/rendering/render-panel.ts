import { ComponentType } from "discord.js";
import { findLocale, lastLocale } from "../../../src/answer/locale.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import { type DiscordMessage, renderAnswer } from "./render-answer.ts";
import { createTextAnswer } from "./text-answer.ts";
import { topicButtons } from "./topic-buttons.ts";

/** The component id of a panel's text, by which the bot recognises its panels. */
const panelComponentId = 20_250;

interface PanelComponent {
  readonly id?: number | undefined;
}

export function isPanel({ components }: { readonly components: readonly PanelComponent[] }): boolean {
  return components.some(({ id }) => id === panelComponentId);
}

/** A message with buttons to ask a question and to list the topics, for help channels that the bot can't read. */
export function renderPanel(
  { surface, languages }: Pick<Core, "surface" | "languages">,
  preferredLocale: string | undefined,
): DiscordMessage {
  const [defaultLocale = lastLocale] = languages();
  const locale = findLocale(languages(), preferredLocale) ?? defaultLocale;
  const strings = surface(locale);
  const [message] = renderAnswer(createTextAnswer(locale, strings.panel, topicButtons(strings, locale)));
  const components = (message?.components ?? []).map((component) =>
    component.type === ComponentType.TextDisplay ? { ...component, id: panelComponentId } : component,
  );
  return { components, files: [] };
}
