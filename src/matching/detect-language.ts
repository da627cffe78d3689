import type { Locale } from "../answer/locale.ts";
import { toWords } from "./normalise.ts";

/** The language of a text, or undefined where it could be either: "mfa" and "2" are no language. */
export type DetectLanguage = (text: string) => Locale | undefined;

/** Letters that of our languages only Vietnamese has. */
const vietnameseLetter = /[ăâđêôơưạảãấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏõốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/giu;

/** Evidence (a sum of log odds) from which on a language is told; a single telling word is enough. */
const enough = 1.6;
/** A few English words are no English: Vietnamese speakers type "reset password" and "help" as well. */
const few = { words: 3, enough: 5 };
/** The most that one word can say. */
const strongest = 2.5;
/** Words that no phrase has are judged by their pieces; even together they don't tell a language. */
const strongestUnknown = 0.8;
const strongestUnknownTogether = 1.2;
/** Words looked at: what language a text has shows early. */
const wordLimit = 300;

/**
 * Learns from texts of both languages. Own code, because language libraries know Vietnamese by its accents and
 * take "mat dien thoai roi" for anything else.
 */
export function createDetectLanguage(texts: Readonly<Record<Locale, readonly string[]>>): DetectLanguage {
  const en = count(texts.en);
  const vi = count(texts.vi);

  const isKnown = (word: string) => en.words.has(word) || vi.words.has(word);
  const oddsOfKnown = (word: string) => clip(odds(vi.words, en.words, word), strongest);
  const oddsOfUnknown = (word: string): number => {
    if (!/\p{Script=Latin}/u.test(word)) return 0;
    const pieces = piecesOf(word).map((piece) => odds(vi.pieces, en.pieces, piece));
    return clip(sum(pieces) / Math.max(1, pieces.length), strongestUnknown);
  };

  return (text) => {
    const start = text.slice(0, 6000);
    const letters = start.normalize("NFC").match(vietnameseLetter)?.length ?? 0;
    const words = toWords(start).slice(0, wordLimit);
    const known = sum(words.filter(isKnown).map(oddsOfKnown));
    const unknown = sum(words.filter((word) => !isKnown(word)).map(oddsOfUnknown));
    const evidence = letters + known + clip(unknown, strongestUnknownTogether);
    if (evidence >= enough) return "vi";
    return evidence <= -(words.length <= few.words ? few.enough : enough) ? "en" : undefined;
  };
}

type Tally = ReadonlyMap<string, number>;

function count(texts: readonly string[]): { readonly words: Tally; readonly pieces: Tally } {
  const words = new Map<string, number>();
  const pieces = new Map<string, number>();
  for (const word of texts.flatMap(toWords)) {
    add(words, word);
    for (const piece of piecesOf(word)) add(pieces, piece);
  }
  return { words, pieces };
}

function add(tally: Map<string, number>, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function piecesOf(word: string): readonly string[] {
  const framed = ` ${word} `;
  return Array.from({ length: framed.length - 2 }, (_, start) => framed.slice(start, start + 3));
}

function odds(of: Tally, against: Tally, key: string): number {
  return Math.log(((of.get(key) ?? 0) + 0.3) / ((against.get(key) ?? 0) + 0.3));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function clip(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
