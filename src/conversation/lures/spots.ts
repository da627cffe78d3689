import type { List, MarkedWords, Spot } from "./marked-words.ts";
import { signs } from "./sentences.ts";

/** How many words before a request a "never" may stand, at most. */
const negationReach = 6;

/** Whether a sentence only tells of a lure: "somebody asked me for my password". "no scam" tells nothing. */
export function isReported({ spots }: MarkedWords): boolean {
  return without(spots("reported"), spots("assuring")).length > 0;
}

/** The genuine spots of a list that no "never" turns. */
export function affirmed(sentence: MarkedWords, list: List): readonly Spot[] {
  const isNegated = negationWithin(sentence, negationReach);
  return genuine(sentence, list).filter((spot) => !isNegated(spot));
}

/** The spots of a list that are not a part of something harmless. */
export function genuine({ spots }: MarkedWords, list: List): readonly Spot[] {
  return without(spots(list), spots("harmless"));
}

export function nevers({ spots }: MarkedWords): readonly Spot[] {
  return without(spots("never"), spots("encouraging"));
}

/** The spots that no word of others is a part of. */
export function without(spots: readonly Spot[], others: readonly Spot[]): readonly Spot[] {
  return spots.filter(({ start, end }) => !others.some((other) => other.start < end && start < other.end));
}

/** Whether a word such as "never" stands so many words before it or fewer, in its clause. */
export function negationWithin(sentence: MarkedWords, distance: number): (spot: Spot) => boolean {
  const negations = nevers(sentence);
  return ({ start }) => {
    const from = Math.max(clauseStart(sentence.words, start), start - distance);
    return negations.some((never) => never.start >= from && never.start < start);
  };
}

/** Whether one stands before or after it in its clause. */
export function isDenied(sentence: MarkedWords, { start, end }: Spot): boolean {
  const from = clauseStart(sentence.words, start);
  const pause = sentence.words.indexOf(signs.pause, end);
  const to = pause === -1 ? sentence.words.length : pause;
  return nevers(sentence).some((never) => never.start >= from && never.start < to);
}

function clauseStart(words: readonly string[], at: number): number {
  return at === 0 ? 0 : words.lastIndexOf(signs.pause, at - 1) + 1;
}

/** The second spots that follow one of the first at once or after a few words, none of which turns the meaning. */
export function following(
  sentence: MarkedWords,
  first: readonly Spot[],
  second: readonly Spot[],
  distance: number,
): readonly Spot[] {
  const turns = [...nevers(sentence), ...sentence.spots("breaks")];
  return second.filter((next) =>
    first.some(({ start, end }) => {
      if (next.end <= end || next.start < start || next.start - end > distance) return false;
      return !turns.some((turn) => turn.start >= end && turn.start < next.start);
    }),
  );
}

export function near(one: readonly Spot[], other: readonly Spot[], distance: number): boolean {
  return one.some(({ start, end }) =>
    other.some((next) => next.start - end <= distance && start - next.end <= distance),
  );
}

export function signSpots(words: readonly string[], sign: string): readonly Spot[] {
  return words.flatMap((word, start) => (word === sign ? [{ start, end: start + 1 }] : []));
}
