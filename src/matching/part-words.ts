import { toWords } from "../lib/normalise.ts";
import { createExpressions, type Expressions } from "./expressions.ts";

// The words of short texts, as questions and the parts of an answer are compared by them.

/** A stem, a pair of stems, or the name of a group with one meaning; and how much it counts. */
export interface Feature {
  readonly name: string;
  readonly share: number;
}

/** A word or expression of a question: the features that stand for it, and how much it says. */
export interface Unit {
  readonly features: readonly Feature[];
  readonly weight: number;
}

/** How a shared meaning counts beside the very word. */
const meaningShare = 0.9;
/** What two words side by side add when they stand so in the part, as a share of their weights. */
const pairShare = 0.35;

export interface Meanings {
  of(words: readonly string[]): readonly string[];
  /** The expressions with a meaning: where they begin, their length in words, and the meaning. */
  spans(
    words: readonly string[],
  ): readonly { readonly start: number; readonly length: number; readonly meaning: string }[];
}

/** A word may stand in several groups: it then has several meanings. */
export function indexMeanings(groups: readonly (readonly string[])[]): Meanings {
  const expressions = createExpressions(groups.flat());
  const meaningsOf = new Map<string, string[]>();
  groups.forEach((group, index) => {
    for (const expression of group) {
      const key = toWords(expression).join(" ");
      const before = meaningsOf.get(key);
      if (before) before.push(`=${index}`);
      else meaningsOf.set(key, [`=${index}`]);
    }
  });
  const spans: Meanings["spans"] = (words) => {
    const all = [];
    for (let start = 0; start < words.length; start++) {
      const expression = expressions.at(words, start);
      if (!expression) continue;
      for (const meaning of meaningsOf.get(expression.join(" ")) ?? [])
        all.push({ start, length: expression.length, meaning });
    }
    return all;
  };
  return { spans, of: (words) => spans(words).map(({ meaning }) => meaning) };
}

interface UnitOptions {
  readonly says: (word: string, index: number) => boolean;
  readonly weightOf: (word: string) => number;
  readonly meanings: Meanings;
}

export function toUnits(
  words: readonly string[],
  { says, weightOf, meanings }: UnitOptions,
): readonly Unit[] {
  const spans = meanings.spans(words);
  const single = words.flatMap((word, index): Unit[] => {
    if (!says(word, index)) return [];
    const own = spans.filter(({ start, length }) => start <= index && index < start + length);
    return [
      {
        features: [
          { name: stem(word), share: 1 },
          ...own.map(({ meaning }) => ({ name: meaning, share: meaningShare })),
        ],
        weight: weightOf(word),
      },
    ];
  });
  const pairs = words.flatMap((word, index): Unit[] => {
    const next = words[index + 1];
    if (next === undefined || (!says(word, index) && !says(next, index + 1))) return [];
    return [
      {
        features: [{ name: `${stem(word)} ${stem(next)}`, share: 1 }],
        weight: (weightOf(word) + weightOf(next)) * pairShare,
      },
    ];
  });
  return [...single, ...pairs];
}

export function stemsAndPairs(words: readonly string[]): readonly string[] {
  const stems = words.map(stem);
  return [...stems, ...stems.slice(1).map((next, index) => `${stems[index] ?? ""} ${next}`)];
}

/** A word without its English ending: "devices" and "device", "expired" and "expires" become the same. */
function stem(word: string): string {
  if (word.length < 4) return word;
  return word.replace(/(?:ies|ied|es|ed|ing|e|s|y)$/, (ending) =>
    word.length - ending.length < 3 ? ending : "",
  );
}

/** The positions of the words that belong to one of the expressions. */
export function wordsWithin(expressions: Expressions, words: readonly string[]): ReadonlySet<number> {
  const within = new Set<number>();
  for (let start = 0; start < words.length; start++)
    for (let offset = 0; offset < (expressions.at(words, start)?.length ?? 0); offset++)
      within.add(start + offset);
  return within;
}
