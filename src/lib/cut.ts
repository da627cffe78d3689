const graphemes = new Intl.Segmenter();

/** Splits a text into pieces of at most `limit` characters, between graphemes. */
export function cut(text: string, limit: number): readonly string[] {
  if (text.length <= limit) return [text];
  const pieces = [""];
  for (const { segment } of graphemes.segment(text)) {
    const last = pieces.at(-1) ?? "";
    if (last.length + segment.length > limit) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}
