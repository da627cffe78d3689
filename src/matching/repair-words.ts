import Fuse from "fuse.js";
import { editDistance } from "../lib/edit-distance.ts";

/** Replaces words that are not in the vocabulary by the most similar ones that are. */
export type RepairWords = (words: readonly string[]) => readonly string[];

/** Shorter words are left alone: too many others are one edit away. */
const minRepairedLength = 4;
/** Maximum unknown words looked up per question; a long foreign text would only cost time. */
const maxLookUps = 8;
/** fuse.js counts a swap as two edits: half of a four-letter word. */
const fuseThreshold = 0.5;
/** Size of the cache, so that a common typo is looked up once. */
const maxCachedRepairs = 2000;

function editsAllowed(length: number): number {
  return length >= 8 ? 2 : 1;
}

/** @param frequency how often the knowledge uses each word */
export function createRepairWords(frequency: ReadonlyMap<string, number>): RepairWords {
  const targets = [...frequency.keys()].filter(
    (word) => word.length >= minRepairedLength && !/\d/.test(word),
  );
  const indexes = new Map<string, Fuse<string>>();
  const cache = new Map<string, string>();

  /** The targets of about this length that have the letter among their first two. */
  const indexFor = (length: number, letter: string): Fuse<string> => {
    const key = `${length}${letter}`;
    const before = indexes.get(key);
    if (before) return before;
    const near = targets.filter(
      (target) =>
        Math.abs(target.length - length) <= editsAllowed(length) && target.slice(0, 2).includes(letter),
    );
    const index = new Fuse(near, { threshold: fuseThreshold, ignoreLocation: true });
    indexes.set(key, index);
    return index;
  };

  const candidatesFor = (word: string, letter: string) =>
    indexFor(word.length, letter)
      .search(word)
      .map(({ item }) => ({ item, edits: editDistance(word, item), uses: frequency.get(item) ?? 0 }))
      .filter(({ edits }) => edits <= editsAllowed(word.length))
      .sort((a, b) => a.edits - b.edits || b.uses - a.uses || (a.item < b.item ? -1 : 1));

  /** Searches by the first letter, which is mostly right, then by the second. */
  const lookUp = (word: string): string => {
    const [first = "", second = ""] = word;
    return (candidatesFor(word, first)[0] ?? candidatesFor(word, second)[0])?.item ?? word;
  };

  const repair = (word: string): string => {
    const before = cache.get(word);
    if (before !== undefined) return before;
    const repaired = lookUp(word);
    if (cache.size >= maxCachedRepairs) cache.clear();
    cache.set(word, repaired);
    return repaired;
  };

  return (words) => {
    let lookUps = 0;
    return words.map((word) => {
      if (frequency.has(word) || word.length < minRepairedLength || word.length > 24 || /\d/.test(word))
        return word;
      lookUps += 1;
      return lookUps > maxLookUps ? word : repair(word);
    });
  };
}
