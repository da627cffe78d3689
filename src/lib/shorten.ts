import { graphemeBoundary } from "./grapheme-boundary.ts";

/** A text of at most `limit` characters, cut between graphemes, with … for what is left out. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, graphemeBoundary(text, limit - 1))}…`;
}
