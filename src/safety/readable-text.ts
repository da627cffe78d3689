import type { Detection, DetectionKind } from "./detection.ts";

/** A text as a reader sees it, without invisible characters. */
export interface ReadableText {
  readonly text: string;
  /** A detection in this text with its offsets in the original. */
  readonly inOriginal: <K extends DetectionKind>(found: Detection<K>) => Detection<K>;
}

/** Invisible characters: Unicode's format characters, fillers and variation selectors. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
const invisibleOrMark = /\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{M}/gu;
/** The wide forms of ASCII (Unicode, "Halfwidth and Fullwidth Forms"). */
const wide = /[\uff01-\uff5e]/g;
const wideToPlain = 0xfee0;
/** Precomposed accented letters (Unicode, the Latin blocks). */
const accented = /[\u00c0-\u024f\u1e00-\u1eff]/g;

/**
 * Removes invisible characters and makes dashes, spaces and wide letters plain, so that a key interspersed with such
 * characters is still found.
 */
export function toReadableText(original: string): ReadableText {
  return stripCharacters(invisible, original);
}

/** The same without accents, since Vietnamese is often typed without them. */
export function toUnaccentedText(original: string): ReadableText {
  const { text, inOriginal } = stripCharacters(invisibleOrMark, original);
  return { text: text.replace(accented, toBase), inOriginal };
}

function toBase(letter: string): string {
  if (letter === "đ") return "d";
  return letter === "Đ" ? "D" : letter.normalize("NFD").charAt(0);
}

function stripCharacters(removed: RegExp, original: string): ReadableText {
  const hidden = [...original.matchAll(removed)].map(({ 0: { length }, index }) => ({ index, length }));
  const text = original
    .replace(removed, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\p{Zs}/gu, " ")
    .replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - wideToPlain));
  if (hidden.length === 0) return { text, inOriginal: (found) => found };
  const offsets = visibleOffsets(hidden, original.length);
  const offsetOf = (at: number) => offsets[at] ?? original.length;
  return {
    text,
    inOriginal: ({ kind, start, end }) => ({ kind, start: offsetOf(start), end: offsetOf(end) }),
  };
}

/** The original offsets of all visible characters. */
function visibleOffsets(
  hidden: readonly { readonly index: number; readonly length: number }[],
  length: number,
): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const { index, length: skipped } of [...hidden, { index: length, length: 0 }]) {
    for (; at < index; at += 1) offsets.push(at);
    at = index + skipped;
  }
  return offsets;
}
