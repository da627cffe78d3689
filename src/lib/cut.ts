const graphemes = new Intl.Segmenter();

/** A text in pieces within a limit of characters, cut between characters as people see them. */
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
