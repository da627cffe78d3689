const graphemes = new Intl.Segmenter();

/** A text within a limit of characters, cut between characters as people see them, with … for what is left out. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let short = "";
  for (const { segment } of graphemes.segment(text)) {
    if (short.length + segment.length > limit - 1) break;
    short += segment;
  }
  return `${short}…`;
}
