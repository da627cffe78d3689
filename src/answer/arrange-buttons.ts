import type { Button, PressButton } from "./answer.ts";

/** Some options of a menu under their heading. */
interface MenuGroup {
  readonly heading: string;
  readonly options: readonly PressButton[];
}

/** An answer's buttons as they are shown: side by side, and the others in one menu. */
interface ArrangedButtons {
  readonly row: readonly Button[];
  /** Empty if there is no menu. */
  readonly menu: readonly MenuGroup[];
}

/** So many buttons need no menu: on a phone they take two rows. */
const maxWithoutMenu = 4;

/** Puts what few people need into a menu, where there are more buttons than fit into two rows of a phone. */
export function arrangeButtons(buttons: readonly Button[]): ArrangedButtons {
  const options = buttons
    .filter((button) => button.kind === "press")
    .filter(({ menu }) => menu !== undefined);
  if (options.length < 2 || buttons.length <= maxWithoutMenu) return { row: buttons, menu: [] };
  const headings = [...new Set(options.flatMap(({ menu }) => menu ?? []))];
  return {
    row: buttons.filter((button) => button.kind === "link" || button.menu === undefined),
    menu: headings.map((heading) => ({
      heading,
      options: options.filter(({ menu }) => menu === heading),
    })),
  };
}

/** What a closed menu says: its headings. */
export function menuLabel(menu: readonly MenuGroup[]): string {
  return menu.map(({ heading }) => heading).join(" · ");
}
