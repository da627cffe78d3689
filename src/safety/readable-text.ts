import type { Detection, DetectionKind } from "./detection.ts";

/** A text as a reader sees it. */
export interface ReadableText {
  readonly text: string;
  /** What was found in the reading, by its place in the text itself. */
  readonly inOriginal: <K extends DetectionKind>(found: Detection<K>) => Detection<K>;
}

/** Characters that show nothing: Unicode's format characters, fillers, and marks that choose a glyph. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
const invisibleOrMark = /\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{M}/gu;
/** The wide forms of ASCII (Unicode, "Halfwidth and Fullwidth Forms"). */
const wide = /[\uff01-\uff5e]/g;
const wideToPlain = 0xfee0;
/** Letters with an accent in one character (Unicode, the Latin blocks). */
const accented = /[\u00c0-\u024f\u1e00-\u1eff]/g;

/**
 * The text without what can't be seen, its dashes, spaces and wide letters the plain ones: a key that a chat or
 * a hand has sprinkled with such characters is found like any other.
 */
export function toReadableText(original: string): ReadableText {
  return stripCharacters(invisible, original);
}

/** The same without accents, as half of Vietnamese is typed. */
export function toUnaccentedText(original: string): ReadableText {
  const { text, inOriginal } = stripCharacters(invisibleOrMark, original);
  return { text: text.replace(accented, toBase), inOriginal };
}

function toBase(letter: string): string {
  if (letter === "đ") return "d";
  return letter === "Đ" ? "D" : letter.normalize("NFD").charAt(0);
}

function stripCharacters(unread: RegExp, original: string): ReadableText {
  const hidden = [...original.matchAll(unread)].map(({ 0: { length }, index }) => ({ index, length }));
  const text = original
    .replace(unread, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\p{Zs}/gu, " ")
    .replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - wideToPlain));
  if (hidden.length === 0) return { text, inOriginal: (found) => found };
  const places = visibleOffsets(hidden, original.length);
  const placeOf = (at: number) => places[at] ?? original.length;
  return {
    text,
    inOriginal: ({ kind, start, end }) => ({ kind, start: placeOf(start), end: placeOf(end) }),
  };
}

/** The places of all characters but the hidden ones. */
function visibleOffsets(
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
