import { toWords } from "../lib/normalise.ts";
import { createExpressions } from "./expressions.ts";

/** Finds the groups of synonyms among some words, and returns each group's name once. */
export type FindMeanings = (words: readonly string[]) => readonly string[];

/** @param groups words and expressions with the same meaning; the first one names the group */
export function createFindMeanings(groups: readonly (readonly string[])[]): FindMeanings {
  const expressions = createExpressions(groups.flat());
  const meanings = new Map(
    groups.flatMap(([meaning = "", ...others]) =>
      [meaning, ...others].map((expression) => [toWords(expression).join(" "), meaning] as const),
    ),
  );

  return (words) => {
    const found = new Set<string>();
    for (let start = 0; start < words.length; ) {
      // The words of a longer expression ("mfa device") are not counted again one by one.
      const expression = expressions.at(words, start);
      const meaning = expression && meanings.get(expression.join(" "));
      if (meaning !== undefined) found.add(meaning);
      start += expression?.length ?? 1;
    }
    return [...found];
  };
}
