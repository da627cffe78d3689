import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Button } from "../../src/answer/answer.ts";
import { arrangeButtons, menuLabel } from "../../src/answer/arrange-buttons.ts";

const press = (label: string, menu?: string): Button => ({
  kind: "press",
  label,
  token: `1.show.${label}.en`,
  ...(menu !== undefined && { menu }),
});

describe("arranging buttons", () => {
  it("puts what few people need into a menu under its headings", () => {
    const { row, menu } = arrangeButtons([
      press("solved"),
      press("stuck"),
      press("card", "Related"),
      press("other", "More"),
      press("share", "More"),
    ]);
    expect(row.map(({ label }) => label)).toEqual(["solved", "stuck"]);
    expect(menu.map(({ heading, options }) => [heading, ...options.map(({ label }) => label)])).toEqual([
      ["Related", "card"],
      ["More", "other", "share"],
    ]);
    expect(menuLabel(menu)).toBe("Related · More");
  });

  it("leaves four buttons side by side, and makes no menu for one", () => {
    const four = [press("a"), press("b"), press("c", "More"), press("d", "More")];
    expect(arrangeButtons(four)).toEqual({ row: four, menu: [] });
    const six = [press("a"), press("b"), press("c"), press("d"), press("e"), press("f", "More")];
    expect(arrangeButtons(six)).toEqual({ row: six, menu: [] });
  });

  it("shows every button once", () => {
    const button = fc.record({ label: fc.string(), menu: fc.constantFrom(undefined, "Related", "More") });
    fc.assert(
      fc.property(fc.array(button, { maxLength: 12 }), (some) => {
        const buttons = some.map(({ label, menu }) => press(label, menu));
        const { row, menu } = arrangeButtons(buttons);
        const shown = [...row, ...menu.flatMap(({ options }) => options)];
        expect(shown.length).toBe(buttons.length);
        expect(new Set(shown)).toEqual(new Set(buttons));
      }),
    );
  });
});
