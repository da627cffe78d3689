import type { Detection, DetectionKind } from "./detection.ts";

/** A text as a reader sees it, without invisible characters. */
export interface ReadableText {
  readonly text: string;
  /** A detection in this text with its offsets in the original. */
  readonly inOriginal: <K extends DetectionKind>(found: Detection<K>) => Detection<K>;
}

/** ASCII, in which nothing is to be made plain. */
const plain = /^[\t\n\r -~]*$/;
const asItIs = (text: string): ReadableText => ({ text, inOriginal: (found) => found });

/** Invisible characters: Unicode's format characters, fillers and variation selectors. In runs: a text may be full of them. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]{1,64}/gu;
const invisibleOrMark = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]{1,64}/gu;
/** The wide forms of ASCII (Unicode, "Halfwidth and Fullwidth Forms"). */
const wide = /[\uff01-\uff5e]/g;
const wideToPlain = 0xfee0;
/** Letters of other alphabets that look like Latin ones (Unicode Technical Standard 39, "Confusable Detection"). */
const lookalikes = "аАВсСеЕНіІјЈКМоОрРѕЅТхХуУԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧονｓ";
const latin = "aABcCeEHiIjJKMoOpPsSTxXyYdqwhABEZHIKMNOPTYXovs";
const lookalike = new RegExp(`[${lookalikes}]`, "g");
/** Letters and digits for formulas, in the order of the alphabet, each of two units (Unicode, "Mathematical Alphanumeric Symbols"). */
const mathematical = /[\u{1d400}-\u{1d6a3}\u{1d7ce}-\u{1d7ff}]/gu;
/** Precomposed accented letters (Unicode, the Latin blocks). */
const accented = /[\u00c0-\u024f\u1e00-\u1eff]/g;

/**
 * Removes invisible characters and makes dashes, spaces and wide letters plain, so that a key interspersed with such
 * characters is still found.
 */
export function toReadableText(original: string): ReadableText {
  if (plain.test(original)) return asItIs(original);
  return stripCharacters(invisible, original);
}

/** The same without accents, since Vietnamese is often typed without them. */
export function toUnaccentedText(original: string): ReadableText {
  if (plain.test(original)) return asItIs(original);
  const { text, inOriginal } = stripCharacters(invisibleOrMark, original);
  return { text: text.replace(accented, toBase), inOriginal };
}

/** As long as the original, so that places stay the same. */
const toPlain = (letter: string) => `${letter.normalize("NFKC")}\u200b`;

function toBase(letter: string): string {
  if (letter === "đ") return "d";
  return letter === "Đ" ? "D" : letter.normalize("NFD").charAt(0);
}

/** A gap between two parts of a key that was cut in two, by a space or a line's end. */
const gap = /(?<=[\w+/=-])(?:[^\S\n]{1,2}|[^\S\n]{0,2}\r?\n[^\S\n>]{0,2}(?:> ?)?)(?=[\w+/=-]{4})/g;
const word = /^(?:[a-z]*(?:[A-Z][a-z]{2,})*|[A-Z]+|\d+)$/;
/** A part of an access key may have no digit. */
const accessKeyPart = /^A[KS]IA[A-Z0-9]*$/;

/** The text with the parts of cut keys joined; undefined if there are none. */
export function toJoinedText(readable: ReadableText): ReadableText | undefined {
  const { text } = readable;
  if (!/[\w+/=-]{4}\s{1,3}(?:> ?)?[\w+/=-]{4}/.test(text) || !/\d|A[KS]IA/.test(text)) return undefined;
  const gaps = [...text.matchAll(gap)].flatMap(({ 0: { length }, index }) => {
    const left = /[\w+/=-]{4,40}$/.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? "";
    const right = /^[\w+/=-]{4,40}/.exec(text.slice(index + length, index + length + 40))?.[0] ?? "";
    const isCut = accessKeyPart.test(left) ? /^[A-Z0-9]{4,}$/.test(right) : isPart(left) && isPart(right);
    return isCut ? [{ index, length }] : [];
  });
  if (gaps.length === 0) return undefined;
  const offsets = visibleOffsets(gaps, text.length);
  const joined = offsets.map((at) => text.charAt(at)).join("");
  return {
    text: joined,
    inOriginal: ({ kind, start, end }) =>
      readable.inOriginal({
        kind,
        start: offsets[start] ?? text.length,
        end: (offsets[end - 1] ?? text.length - 1) + 1,
      }),
  };
}

const isPart = (run: string) => run !== "" && !word.test(run);

/** Without invisible characters, and with plain dashes, spaces and wide letters. Letters of other alphabets stay. */
export function toVisibleText(original: string): string {
  if (plain.test(original)) return original;
  return toPlainSigns(original.replace(mathematical, toPlain).replace(invisible, ""));
}

function toPlainSigns(text: string): string {
  return text
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\p{Zs}/gu, " ")
    .replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - wideToPlain));
}

function stripCharacters(removed: RegExp, given: string): ReadableText {
  const original = given.replace(mathematical, toPlain);
  const hidden = [...original.matchAll(removed)].map(({ 0: { length }, index }) => ({ index, length }));
  const text = toPlainSigns(original.replace(removed, "")).replace(lookalike, (letter) =>
    latin.charAt(lookalikes.indexOf(letter)),
  );
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
