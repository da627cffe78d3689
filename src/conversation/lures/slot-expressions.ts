import { toWords } from "../../lib/normalise.ts";

/** The words that may stand at a place of an expression. */
interface Slot {
  readonly words: ReadonlySet<string>;
  readonly isOptional: boolean;
}

/** Where the longest of many expressions ends that begins at a word; undefined if none begins there. */
export type FindEnd = (words: readonly string[], start: number) => number | undefined;

/**
 * Finds expressions with slots: "send/pass it over? to me/us" stands for eight. `/` separates the words of a slot, `?`
 * marks a slot that may be left out.
 */
export function createFindEnd(expressions: readonly string[]): FindEnd {
  const byFirstWord = new Map<string, (readonly Slot[])[]>();
  for (const slots of expressions.map(toSlots)) {
    for (const word of firstWords(slots)) {
      const others = byFirstWord.get(word);
      if (others) others.push(slots);
      else byFirstWord.set(word, [slots]);
    }
  }
  return (words, start) => {
    const ends = (byFirstWord.get(words[start] ?? "") ?? []).map((slots) => endOf(slots, words, start));
    const longest = Math.max(start, ...ends);
    return longest > start ? longest : undefined;
  };
}

function toSlots(expression: string): readonly Slot[] {
  return expression
    .trim()
    .split(/\s+/)
    .flatMap((slot) => {
      const words = slot.split("/").flatMap((word) => toWords(word));
      return words.length > 0 ? { words: new Set(words), isOptional: slot.endsWith("?") } : [];
    });
}

function firstWords(slots: readonly Slot[]): ReadonlySet<string> {
  const firstNeeded = slots.findIndex(({ isOptional }) => !isOptional);
  return new Set(slots.slice(0, firstNeeded + 1).flatMap(({ words }) => [...words]));
}

/** The farthest end of an expression at a word; the start itself where it doesn't stand there. */
function endOf(slots: readonly Slot[], words: readonly string[], start: number): number {
  let ends: readonly number[] = [start];
  for (const { words: allowed, isOptional } of slots) {
    const next = ends.flatMap((end) => (allowed.has(words[end] ?? "") ? [end + 1] : []));
    ends = isOptional ? [...new Set([...ends, ...next])] : next;
    if (ends.length === 0) return start;
  }
  return Math.max(...ends);
}
