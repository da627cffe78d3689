import { toWords } from "../lib/normalise.ts";
import type { Expressions } from "./expressions.ts";

/** Of a long message only the start and the end are matched: people state the problem there. */
const maxMatchedCharacters = { first: 4000, last: 2000 };

/** More sentences than this are joined into longer ones. */
const maxSentences = 30;

/** The part of a message that is matched; bounds the time for any length. */
export function truncateMessage(text: string): string {
  if (text.length <= maxMatchedCharacters.first + maxMatchedCharacters.last) return text;
  return `${text.slice(0, maxMatchedCharacters.first)}\n${text.slice(-maxMatchedCharacters.last)}`;
}

/** Clauses beyond these are left out. */
const maxClauses = 12;

/** Puts a comma in the place of some words, which are compared with their accents. */
export function createSplitAtWords(words: readonly string[]): (text: string) => string {
  if (words.length === 0) return (text) => text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return (text) => text.normalize("NFC").replace(pattern, ",");
}

/** Splits a message into clauses, at punctuation and at conjunctions, each with at least two words. */
export function toClauses(text: string, conjunctions: Expressions): readonly (readonly string[])[] {
  const clauses: string[][] = [];
  for (const piece of text.split(/[,;.!?…。？！\n]+/u)) {
    const words = toWords(piece);
    let clause: string[] = [];
    for (let index = 0; index < words.length; ) {
      const conjunction = conjunctions.at(words, index);
      if (conjunction) {
        clauses.push(clause);
        clause = [];
      } else clause.push(words[index] ?? "");
      index += conjunction?.length ?? 1;
    }
    clauses.push(clause);
  }
  return clauses.filter(({ length }) => length > 1).slice(0, maxClauses);
}

/** Splits a message into at most `maxSentences` sentences, each with a word. */
export function toSentences(text: string): readonly string[] {
  const pieces = text
    .split(/(?<=[.!?…。？！])\s+|\n+|;\s+/u)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const perSentence = Math.ceil(pieces.length / maxSentences);
  if (perSentence <= 1) return pieces;
  return Array.from({ length: Math.ceil(pieces.length / perSentence) }, (_, index) =>
    pieces.slice(index * perSentence, (index + 1) * perSentence).join(" "),
  );
}
