/** A Markdown table; numbers stand to the right. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A part of 1 as a percentage. */
export function percent(share: number): string {
  return (share * 100).toFixed(1);
}

/** A number with about three digits that say something. */
export function brief(value: number): string {
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value >= 1 ? value.toFixed(2) : value.toPrecision(2);
}

/** How many times the other a value is. */
export function ratio(value: number, other: number): string {
  return `${brief(value / other)}x`;
}
