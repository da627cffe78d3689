const graphemes = new Intl.Segmenter();

/** A text of at most `limit` characters, cut between graphemes, with … for what is left out. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let short = "";
  for (const { segment } of graphemes.segment(text)) {
    if (short.length + segment.length > limit - 1) break;
    short += segment;
  }
  return `${short}…`;
}
