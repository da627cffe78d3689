import { toWords } from "../lib/normalise.ts";

/** The meanings that some words stand for: one name for each group of synonyms found among them. */
export type FindMeanings = (words: readonly string[]) => readonly string[];

/** @param groups words and expressions that mean the same; a group is named by its first */
export function createFindMeanings(groups: readonly (readonly string[])[]): FindMeanings {
  /** By their first word, the longest expression first: the words of "mfa device" mean nothing else beside. */
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
