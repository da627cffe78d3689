import type { Found, Kind } from "./found.ts";

/** A text as a reader sees it. */
interface Reading {
  readonly text: string;
  /** What was found in the reading, by its place in the text itself. */
  readonly inOriginal: <K extends Kind>(found: Found<K>) => Found<K>;
}

/** Characters that show nothing: Unicode's format characters, fillers, and marks that choose a glyph. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
/** The wide forms of ASCII (Unicode, "Halfwidth and Fullwidth Forms"). */
const wide = /[\uff01-\uff5e]/g;
const wideToPlain = 0xfee0;

/**
 * The text without what can't be seen, its dashes, spaces and wide letters the plain ones: a key that a chat or
 * a hand has sprinkled with such characters is found like any other.
 */
export function read(original: string): Reading {
  const hidden = [...original.matchAll(invisible)].map(({ 0: { length }, index }) => ({ index, length }));
  const text = original
    .replace(invisible, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\p{Zs}/gu, " ")
    .replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - wideToPlain));
  if (hidden.length === 0) return { text, inOriginal: (found) => found };
  const places = placesBeside(hidden, original.length);
  return {
    text,
    inOriginal: ({ kind, start, end }) => ({
      kind,
      start: places[start] ?? original.length,
      end: (places[end - 1] ?? original.length - 1) + 1,
    }),
  };
}

/** The places of all characters but the hidden ones. */
function placesBeside(
  hidden: readonly { readonly index: number; readonly length: number }[],
  length: number,
): readonly number[] {
  const places: number[] = [];
  let at = 0;
  for (const { index, length: skipped } of [...hidden, { index: length, length: 0 }]) {
    for (; at < index; at += 1) places.push(at);
    at = index + skipped;
  }
  return places;
}
