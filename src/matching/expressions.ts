import { toWords } from "../lib/normalise.ts";

/** Expressions of one or more words, to be found among the folded words of a text. */
export interface Expressions {
  /** The longest one that begins at a word, as its words. */
  at(words: readonly string[], start: number): readonly string[] | undefined;
  /** Whether one of them stands anywhere. */
  isAmong(words: readonly string[]): boolean;
}

export function createExpressions(expressions: readonly string[]): Expressions {
  const byFirstWord = new Map<string, (readonly string[])[]>();
  for (const words of expressions.map(toWords)) {
    const [first] = words;
    if (first === undefined) continue;
    const others = byFirstWord.get(first);
    if (others) others.push(words);
    else byFirstWord.set(first, [words]);
  }
  for (const group of byFirstWord.values()) group.sort((a, b) => b.length - a.length);
  const at: Expressions["at"] = (words, start) =>
    byFirstWord
      .get(words[start] ?? "")
      ?.find((expression) => expression.every((part, index) => words[start + index] === part));
  return { at, isAmong: (words) => words.some((_, start) => at(words, start) !== undefined) };
}
