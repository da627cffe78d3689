import type { LureWords } from "../../knowledge/lure-words.ts";
import { createExpressions } from "../../matching/expressions.ts";
import { signs } from "./sentences.ts";

/** What a lure wants: a secret, or the person somewhere else; `address`: leads to a false page. */
export type LureKind = "secret" | "aside" | "address";

/** An expression in a sentence, from the word `start` to before `end`. */
interface Spot {
  readonly start: number;
  readonly end: number;
}

type List = keyof LureWords;

/** The words of a sentence, with the places of the lists' expressions. */
export interface MarkedWords {
  readonly words: readonly string[];
  readonly spots: (list: List) => readonly Spot[];
  readonly has: (list: List) => boolean;
}

/** @param languages the words of all languages: people mix them */
export function createMarkWords(languages: readonly LureWords[]): (words: readonly string[]) => MarkedWords {
  const expressions = new Map<List, ReturnType<typeof createExpressions>>();
  const expressionsOf = (list: List) => {
    const made = expressions.get(list) ?? createExpressions(languages.flatMap((words) => words[list]));
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

function spotsIn(words: readonly string[], { at }: ReturnType<typeof createExpressions>): readonly Spot[] {
  return words.flatMap((_, start) => {
    const expression = at(words, start);
    return expression ? [{ start, end: start + expression.length }] : [];
  });
}

/** How many words may stand between two that belong together, at most. */
const reach = {
  secret: 6,
  vagueSecret: 2,
  toMe: 4,
  me: 1,
  messenger: 7,
  handle: 7,
  negation: 6,
  nearNegation: 4,
} as const;

/** What the words of a sentence want; undefined if it is no lure. */
export function wantedBy(sentence: MarkedWords): Exclude<LureKind, "address"> | undefined {
  if (sentence.has("reported")) return undefined;
  if (asksForSecret(sentence) || hasBait(sentence)) return "secret";
  return drawsAside(sentence) ? "aside" : undefined;
}

function asksForSecret(sentence: MarkedWords): boolean {
  const [asks, writes] = [affirmed(sentence, "ask"), affirmed(sentence, "write")];
  const [secrets, vague] = [genuine(sentence, "secrets"), genuine(sentence, "vagueSecrets")];
  const [here, toMe] = [sentence.spots("here"), sentence.spots("toMe")];
  const follow = (first: readonly Spot[], second: readonly Spot[], distance: number) =>
    following(sentence, first, second, distance);
  const gives = [...affirmed(sentence, "give"), ...follow(writes, sentence.spots("me"), reach.me)];
  const handsOver = affirmed(sentence, "handOver");
  return (
    follow([...gives, ...asks], secrets, reach.secret).length > 0 ||
    follow(gives, vague, reach.vagueSecret).length > 0 ||
    follow([...secrets, ...vague], handsOver, reach.secret).length > 0 ||
    follow(follow(writes, secrets, reach.secret), [...here, ...toMe], reach.toMe).length > 0 ||
    follow(follow(writes, vague, reach.vagueSecret), toMe, reach.vagueSecret).length > 0
  );
}

function hasBait(sentence: MarkedWords): boolean {
  if (sentence.has("colleagues")) return false;
  const paid = sentence.has("promises") ? genuine(sentence, "payments") : [];
  return [...genuine(sentence, "bait"), ...paid].some((spot) => !isDenied(sentence, spot));
}

function drawsAside(sentence: MarkedWords): boolean {
  const { words, has } = sentence;
  const isNegated = negationWithin(sentence, reach.nearNegation);
  if (genuine(sentence, "aside").some((spot) => !isNegated(spot))) return true;
  const contacts = affirmed(sentence, "contact");
  const messengers = genuine(sentence, "messengers").filter((spot) => !isDenied(sentence, spot));
  const handles = signSpots(words, signs.handle);
  const phones = signSpots(words, signs.phone).filter((spot) => !isDenied(sentence, spot));
  if (near(contacts, handles, reach.handle)) return true;
  if (has("colleagues")) return false;
  return (
    near(contacts, messengers, reach.messenger) ||
    (messengers.length > 0 && handles.length + phones.length > 0) ||
    (has("hotline") && phones.length > 0)
  );
}

/** Whether a sentence asks to get in touch, or promises what a false form does. */
export function isAffirmed(sentence: MarkedWords, list: "contact" | "promises"): boolean {
  return !sentence.has("reported") && affirmed(sentence, list).length > 0;
}

/** The genuine spots of a list that no "never" turns. */
function affirmed(sentence: MarkedWords, list: List): readonly Spot[] {
  const isNegated = negationWithin(sentence, reach.negation);
  return genuine(sentence, list).filter((spot) => !isNegated(spot));
}

/** The spots of a list that are not a part of something harmless. */
function genuine({ spots }: MarkedWords, list: List): readonly Spot[] {
  return without(spots(list), spots("harmless"));
}

function nevers({ spots }: MarkedWords): readonly Spot[] {
  return without(spots("never"), spots("encouraging"));
}

function without(spots: readonly Spot[], others: readonly Spot[]): readonly Spot[] {
  return spots.filter(({ start, end }) => !others.some((other) => other.start < end && start < other.end));
}

/** Whether a word such as "never" stands so many words before it or fewer, in its clause. */
function negationWithin(sentence: MarkedWords, distance: number): (spot: Spot) => boolean {
  const negations = nevers(sentence);
  return ({ start }) => {
    const from = Math.max(clauseStart(sentence.words, start), start - distance);
    return negations.some((never) => never.start >= from && never.start < start);
  };
}

/** Whether one stands before or after it in its clause. */
function isDenied(sentence: MarkedWords, { start, end }: Spot): boolean {
  const from = clauseStart(sentence.words, start);
  const pause = sentence.words.indexOf(signs.pause, end);
  const to = pause === -1 ? sentence.words.length : pause;
  return nevers(sentence).some((never) => never.start >= from && never.start < to);
}

function clauseStart(words: readonly string[], at: number): number {
  return at === 0 ? 0 : words.lastIndexOf(signs.pause, at - 1) + 1;
}

/** The second spots that follow one of the first at once or after a few words, none of which turns the meaning. */
function following(
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

function near(one: readonly Spot[], other: readonly Spot[], distance: number): boolean {
  return one.some(({ start, end }) =>
    other.some((next) => next.start - end <= distance && start - next.end <= distance),
  );
}

function signSpots(words: readonly string[], sign: string): readonly Spot[] {
  return words.flatMap((word, start) => (word === sign ? [{ start, end: start + 1 }] : []));
}
