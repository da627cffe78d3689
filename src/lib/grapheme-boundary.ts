const graphemes = new Intl.Segmenter();

/** What is longer, in characters, is no grapheme that anybody writes, and is split like other text. */
const maxGrapheme = 100;

/**
 * The last place at or before `at` where a text can be split without splitting a grapheme; 0 if there is none. Takes time
 * that grows with `at` and not with the text: to walk through the segments of a long text takes the square of its length.
 */
export function graphemeBoundary(text: string, at: number): number {
  if (at >= text.length) return text.length;
  // The next character decides whether there is a boundary; it may be a surrogate pair.
  const start = text.slice(0, at + 2);
  const index = graphemes.segment(start).containing(at)?.index ?? 0;
  return at - index > maxGrapheme ? characterBoundary(text, at) : index;
}

/** The last place at or before `at` that splits no surrogate pair; behind the first unit at least. */
export function characterBoundary(text: string, at: number): number {
  const isPair = (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return isPair && at > 1 ? at - 1 : at;
}
