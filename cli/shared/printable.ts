/** Without control characters, which a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, " ");
}
