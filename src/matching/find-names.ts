import type { NameMeaning, Names } from "../knowledge/names.ts";
import { createExpressions } from "./expressions.ts";

/** The names in a text by what they mean, each once, and unknown words that stand where names stand. */
export type FoundNames = Readonly<Record<Exclude<NameMeaning, "either"> | "unknown", readonly string[]>>;

/** A name found in a text: `length` words from `start` on. */
interface NamePosition {
  readonly name: string;
  readonly means: NameMeaning;
  readonly start: number;
  readonly length: number;
}

export interface FindNames {
  /** The names among some words, the longest where several begin at one word. */
  positions(words: readonly string[]): readonly NamePosition[];
  /** @param isKnown whether a word, which is in no list, is known from elsewhere */
  find(words: readonly string[], isKnown: (word: string) => boolean): FoundNames;
}

export function createFindNames({ meanings, afterName, beforeName }: Names): FindNames {
  const names = createExpressions([...meanings.keys()]);
  const before = createExpressions(beforeName);
  const after = createExpressions(afterName);

  const positions = (words: readonly string[]): readonly NamePosition[] => {
    const found: NamePosition[] = [];
    for (let start = 0; start < words.length; ) {
      const expression = names.at(words, start);
      const name = expression?.join(" ") ?? "";
      const means = meanings.get(name);
      const length = expression?.length ?? 1;
      if (means) found.push({ name, means, start, length });
      start += length;
    }
    return found;
  };

  const unknownNames = (words: readonly string[], isKnown: (word: string) => boolean): readonly string[] => {
    const isName = (word: string | undefined) =>
      word !== undefined && word.length > 2 && !/^[\d#]+$/.test(word) && !isKnown(word);
    return words.flatMap((word, index) => {
      const follower = before.at(words, index);
      const named = follower ? words[index + follower.length] : undefined;
      const isBefore = isName(word) && after.at(words, index + 1);
      return [...(isBefore ? [word] : []), ...(named !== undefined && isName(named) ? [named] : [])];
    });
  };

  return {
    positions,
    find: (words, isKnown) => {
      const found = positions(words);
      const covered = new Set(
        found.flatMap(({ start, length }) =>
          Array.from({ length }, (_, index) => words[start + index] ?? ""),
        ),
      );
      const namesThatMean = (wanted: NameMeaning) => [
        ...new Set(found.flatMap(({ name, means }) => (means === wanted ? [name] : []))),
      ];
      return {
        ours: namesThatMean("ours"),
        hint: namesThatMean("hint"),
        used: namesThatMean("used"),
        others: namesThatMean("others"),
        unknown: [...new Set(unknownNames(words, (word) => covered.has(word) || isKnown(word)))],
      };
    },
  };
}
