import Fuse from "fuse.js";
import { editDistance } from "../lib/edit-distance.ts";

/** Gives back the words with those that the vocabulary lacks replaced by what was probably meant. */
export type RepairWords = (words: readonly string[]) => readonly string[];

/** Words shorter than this are left alone: too many others are one edit away. */
const minRepairedLength = 4;
/** Unknown words looked up in one question; a wall of foreign text would cost more and give nothing. */
const maxLookUps = 8;
/** For fuse.js a swap is two edits: half of a word of four letters. */
const fuseThreshold = 0.5;
/** Repairs remembered, so that a common typo is looked up once. */
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
  const known = new Map<string, string>();

  /** The targets that few enough edits can make of a word of this length, and that begin with about this letter. */
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

  /** Mostly the first letter is right; if nothing is found so, the second. */
  const lookUp = (word: string): string => {
    const [first = "", second = ""] = word;
    return (candidatesFor(word, first)[0] ?? candidatesFor(word, second)[0])?.item ?? word;
  };

  const repair = (word: string): string => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const repaired = lookUp(word);
    if (known.size >= maxCachedRepairs) known.clear();
    known.set(word, repaired);
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
