const graphemes = new Intl.Segmenter();

/**
 * The last place at or before `at` where a text can be split without splitting a grapheme: 0 if a single one goes on to
 * `at` and beyond. Takes time that grows with `at`, not with the text; to iterate over the segments of a long text takes
 * time that grows with its square.
 */
export function graphemeBoundary(text: string, at: number): number {
  if (at >= text.length) return text.length;
  // The next character decides whether there is a boundary; it may be a surrogate pair.
  const start = text.slice(0, at + 2);
  return graphemes.segment(start).containing(at)?.index ?? 0;
}
