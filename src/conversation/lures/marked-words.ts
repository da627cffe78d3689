import type { LureWords } from "../../knowledge/lure-words.ts";
import { createFindEnd, type FindEnd } from "./slot-expressions.ts";

/** An expression in a sentence, from the word `start` to before `end`. */
export interface Spot {
  readonly start: number;
  readonly end: number;
}

export type List = keyof LureWords;

/** The words of a sentence, with the places of the lists' expressions. */
export interface MarkedWords {
  readonly words: readonly string[];
  readonly spots: (list: List) => readonly Spot[];
  readonly has: (list: List) => boolean;
}

/** @param languages the words of all languages: people mix them */
export function createMarkWords(languages: readonly LureWords[]): (words: readonly string[]) => MarkedWords {
  const expressions = new Map<List, FindEnd>();
  const expressionsOf = (list: List) => {
    const made = expressions.get(list) ?? createFindEnd(languages.flatMap((words) => words[list]));
    expressions.set(list, made);
    return made;
  };
  return (words) => {
    const found = new Map<List, readonly Spot[]>();
    const spots = (list: List) => {
      const known = found.get(list) ?? spotsIn(words, expressionsOf(list));
      found.set(list, known);
      return known;
    };
    return { words, spots, has: (list) => spots(list).length > 0 };
  };
}

function spotsIn(words: readonly string[], findEnd: FindEnd): readonly Spot[] {
  return words.flatMap((_, start) => {
    const end = findEnd(words, start);
    return end === undefined ? [] : { start, end };
  });
}
