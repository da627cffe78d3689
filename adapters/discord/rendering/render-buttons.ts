import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Button } from "../../../src/answer/answer.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import { maxButtonLabelCharacters, maxButtonsPerRow, maxButtonUrlCharacters } from "../limits.ts";

/**
 * Buttons in rows of five. Links that are too long for a button are left out: render-blocks.ts has them.
 * @param buttons at most 25
 */
export function renderButtons(buttons: readonly Button[]): readonly APIMessageTopLevelComponent[] {
  const components = withoutDuplicates(buttons).flatMap(renderButton);
  return Array.from({ length: Math.ceil(components.length / maxButtonsPerRow) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: components.slice(row * maxButtonsPerRow, (row + 1) * maxButtonsPerRow),
  }));
}

/** Discord refuses two buttons with one custom_id. */
function withoutDuplicates(buttons: readonly Button[]): readonly Button[] {
  const isFirst = (button: Button, index: number) =>
    button.kind === "link" ||
    buttons.findIndex((other) => other.kind === "press" && other.token === button.token) === index;
  return buttons.filter(isFirst);
}

function renderButton(button: Button): readonly APIButtonComponent[] {
  const type = ComponentType.Button;
  const label = shorten(button.label, maxButtonLabelCharacters);
  switch (button.kind) {
    case "press":
      return [{ type, style: ButtonStyle.Secondary, label, custom_id: button.token }];
    case "link":
      return isTooLongForButton(button) ? [] : [{ type, style: ButtonStyle.Link, label, url: button.url }];
  }
}

export function isTooLongForButton({ url }: Extract<Button, { kind: "link" }>): boolean {
  return url.length > maxButtonUrlCharacters;
}
