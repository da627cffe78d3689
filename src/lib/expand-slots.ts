/**
 * All expressions that one with slots stands for: "send/pass it over?" is four. `/` separates the words of a slot, `?`
 * marks a slot that may be left out.
 */
export function expandSlots(expression: string): readonly string[] {
  const slots = expression.trim().split(/\s+/).filter(Boolean);
  return slots
    .reduce<readonly string[]>(
      (starts, slot) => {
        const words = slot.replace(/\?$/, "").split("/").filter(Boolean);
        const choices = slot.endsWith("?") ? ["", ...words] : words;
        return starts.flatMap((start) => choices.map((word) => `${start} ${word}`.trim()));
      },
      [""],
    )
    .filter(Boolean);
}

/** How many expressions one with slots stands for, without making them. */
export function countExpanded(expression: string): number {
  return expression
    .trim()
    .split(/\s+/)
    .reduce(
      (count, slot) => count * (slot.split("/").filter(Boolean).length + (slot.endsWith("?") ? 1 : 0)),
      1,
    );
}
