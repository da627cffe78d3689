import type { NameMeaning, Names } from "../knowledge/names.ts";
import { toWords } from "../lib/normalise.ts";

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

/** Expressions of several words, by their first one, the longest first. */
type Expressions = ReadonlyMap<string, readonly (readonly string[])[]>;

export function createFindNames({ meanings, afterName, beforeName }: Names): FindNames {
  const names = byFirstWord([...meanings.keys()]);
  const before = byFirstWord(beforeName);
  const after = byFirstWord(afterName);

  const positions = (words: readonly string[]): readonly NamePosition[] => {
    const found: NamePosition[] = [];
    for (let start = 0; start < words.length; ) {
      const expression = expressionAt(names, words, start);
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
      const follower = expressionAt(before, words, index);
      const named = follower ? words[index + follower.length] : undefined;
      const isBefore = isName(word) && expressionAt(after, words, index + 1);
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

function byFirstWord(expressions: readonly string[]): Expressions {
  const grouped = new Map<string, (readonly string[])[]>();
  for (const words of expressions.map(toWords)) {
    const [first] = words;
    if (first === undefined) continue;
    const others = grouped.get(first);
    if (others) others.push(words);
    else grouped.set(first, [words]);
  }
  for (const group of grouped.values()) group.sort((a, b) => b.length - a.length);
  return grouped;
}

function expressionAt(
  expressions: Expressions,
  words: readonly string[],
  start: number,
): readonly string[] | undefined {
  return expressions
    .get(words[start] ?? "")
    ?.find((expression) => expression.every((part, index) => words[start + index] === part));
}
