import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Button, PressButton } from "../../../src/answer/answer.ts";
import { arrangeButtons, menuLabel } from "../../../src/answer/arrange-buttons.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import {
  maxButtonLabelCharacters,
  maxButtonsPerRow,
  maxButtonUrlCharacters,
  maxPlaceholderCharacters,
  maxSelectOptionCharacters,
  maxSelectOptions,
} from "../limits.ts";

/** The custom_id of the menu; what was chosen is its value. */
const menuId = "menu";

/**
 * Buttons in rows of five, then the menu. Links that are too long for a button are left out: render-blocks.ts has them.
 * @param buttons at most 25
 */
export function renderButtons(buttons: readonly Button[]): readonly APIMessageTopLevelComponent[] {
  const { row, menu } = arrangeButtons(withoutDuplicates(buttons));
  const components = row.flatMap(renderButton);
  const rows: readonly APIMessageTopLevelComponent[] = Array.from(
    { length: Math.ceil(components.length / maxButtonsPerRow) },
    (_, index) => ({
      type: ComponentType.ActionRow,
      components: components.slice(index * maxButtonsPerRow, (index + 1) * maxButtonsPerRow),
    }),
  );
  return menu.length === 0
    ? rows
    : [...rows, { type: ComponentType.ActionRow, components: [renderMenu(menu)] }];
}

/** Discord's menus have no headings, so that each option of all groups but the last tells its own. */
function renderMenu(menu: ReturnType<typeof arrangeButtons>["menu"]): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: menuId,
    placeholder: shorten(menuLabel(menu), maxPlaceholderCharacters),
    options: menu
      .flatMap(({ heading, options }, index) =>
        options.map(({ label, token }) => ({
          label: shorten(label, maxSelectOptionCharacters),
          value: token,
          ...(index < menu.length - 1 && { description: shorten(heading, maxSelectOptionCharacters) }),
        })),
      )
      .slice(0, maxSelectOptions),
  };
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
      return [{ type, style: styleOf(button.emphasis), label, custom_id: button.token }];
    case "link":
      return isTooLongForButton(button) ? [] : [{ type, style: ButtonStyle.Link, label, url: button.url }];
  }
}

export function isTooLongForButton({ url }: Extract<Button, { kind: "link" }>): boolean {
  return url.length > maxButtonUrlCharacters;
}

function styleOf(
  emphasis: PressButton["emphasis"],
): ButtonStyle.Primary | ButtonStyle.Danger | ButtonStyle.Secondary {
  switch (emphasis) {
    case "primary":
      return ButtonStyle.Primary;
    case "danger":
      return ButtonStyle.Danger;
    case undefined:
      return ButtonStyle.Secondary;
  }
}
