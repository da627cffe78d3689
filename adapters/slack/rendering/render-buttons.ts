import type { types } from "@slack/bolt";
import type { Button } from "../../../src/answer/answer.ts";
import { arrangeButtons, menuLabel } from "../../../src/answer/arrange-buttons.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import {
  maxAccessibilityLabelCharacters,
  maxActionsPerBlock,
  maxButtonCharacters,
  maxOptionCharacters,
  maxPlaceholderCharacters,
} from "../limits.ts";
import { toPlainTextElement } from "./plain-text-element.ts";

/** The action_id of link buttons begins with this. Slack sends a press for them too, which is only acknowledged. */
export const linkActionPrefix = "open";

/** The action_id of the menu. */
const menuActionId = "menu";

/**
 * Buttons as actions blocks, the menu after the last button.
 * @param title the message's title, which screen readers hear with each button
 */
export function renderButtons(buttons: readonly Button[], title = ""): readonly types.KnownBlock[] {
  const { row, menu } = arrangeButtons(buttons);
  const elements = [
    ...row.map((button, index) => renderButton(button, { index, title })),
    ...(menu.length === 0 ? [] : [renderMenu(menu)]),
  ];
  return Array.from({ length: Math.ceil(elements.length / maxActionsPerBlock) }, (_, index) => ({
    type: "actions",
    elements: elements.slice(index * maxActionsPerBlock, (index + 1) * maxActionsPerBlock),
  }));
}

function renderMenu(menu: ReturnType<typeof arrangeButtons>["menu"]): types.StaticSelect {
  return {
    type: "static_select",
    action_id: menuActionId,
    placeholder: toPlainTextElement(menuLabel(menu), maxPlaceholderCharacters),
    option_groups: menu.map(({ heading, options }) => ({
      label: toPlainTextElement(heading, maxOptionCharacters),
      options: options.map(({ label, token }) => ({
        text: toPlainTextElement(label, maxOptionCharacters),
        value: token,
      })),
    })),
  };
}

/** Each action_id must be unique within its message. */
function renderButton(
  button: Button,
  { index, title }: { readonly index: number; readonly title: string },
): types.Button {
  const accessibilityLabel = title ? `${button.label}: ${title}` : button.label;
  const base = {
    type: "button" as const,
    text: toPlainTextElement(button.label, maxButtonCharacters),
    accessibility_label: shorten(accessibilityLabel, maxAccessibilityLabelCharacters),
  };
  switch (button.kind) {
    case "press":
      return {
        ...base,
        action_id: `press-${index}`,
        value: button.token,
        ...(button.emphasis && { style: button.emphasis }),
      };
    case "link":
      return { ...base, action_id: `${linkActionPrefix}-${index}`, url: button.url };
  }
}
