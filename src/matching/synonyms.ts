import { toWords } from "../lib/normalise.ts";

/** Finds the groups of synonyms among some words, and returns each group's name once. */
export type FindMeanings = (words: readonly string[]) => readonly string[];

/** @param groups words and expressions with the same meaning; the first one names the group */
export function createFindMeanings(groups: readonly (readonly string[])[]): FindMeanings {
  /** By first word, longest expression first: the words of "mfa device" are not counted again one by one. */
  const byFirstWord = new Map<string, { readonly words: readonly string[]; readonly meaning: string }[]>();
  for (const [meaning = "", ...others] of groups) {
    for (const words of [meaning, ...others].map(toWords)) {
      const [first] = words;
      if (first === undefined) continue;
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, meaning }]);
    }
  }
  for (const expressions of byFirstWord.values()) {
    expressions.sort((a, b) => b.words.length - a.words.length);
  }

  const expressionAt = (words: readonly string[], start: number) =>
    byFirstWord
      .get(words[start] ?? "")
      ?.find((expression) => expression.words.every((part, index) => words[start + index] === part));

  return (words) => {
    const found = new Set<string>();
    for (let start = 0; start < words.length; ) {
      const expression = expressionAt(words, start);
      if (expression) found.add(expression.meaning);
      start += expression?.words.length ?? 1;
    }
    return [...found];
  };
}
