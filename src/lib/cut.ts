import { characterBoundary, graphemeBoundary } from "./grapheme-boundary.ts";

/**
 * Splits a text into pieces of at most `limit` characters, between graphemes. A grapheme that is longer by itself is
 * split between its characters.
 */
export function cut(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const rest = text.slice(start, start + limit + 2);
    const length = graphemeBoundary(rest, limit) || characterBoundary(rest, limit);
    pieces.push(rest.slice(0, length));
    start += length;
  }
  return [...pieces, text.slice(start)];
}
