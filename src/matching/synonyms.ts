import { toWords } from "./normalise.ts";

/** The meanings that some words stand for: one name for each group of synonyms found among them. */
export type FindMeanings = (words: readonly string[]) => readonly string[];

/** @param groups words and expressions that mean the same; a group is named by its first */
export function createFindMeanings(groups: readonly (readonly string[])[]): FindMeanings {
  /** By their first word, the longest expression first: "mfa device" is not also "mfa". */
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

  return (words) => {
    const found = words.flatMap((word, start) => {
      const expressions = byFirstWord.get(word) ?? [];
      const fitting = expressions.find((expression) =>
        expression.words.every((part, index) => words[start + index] === part),
      );
      return fitting ? [fitting.meaning] : [];
    });
    return [...new Set(found)];
  };
}
