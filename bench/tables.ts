/** A Markdown table; every column but the first is right-aligned. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A share (0 to 1) as a percentage. */
export function percent(share: number): string {
  return (share * 100).toFixed(1);
}

/** A number with two or three significant digits. */
export function brief(value: number): string {
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value >= 1 ? value.toFixed(2) : value.toPrecision(2);
}

/** The value divided by the other, e.g. "2.5x". */
export function ratio(value: number, other: number): string {
  return `${brief(value / other)}x`;
}
