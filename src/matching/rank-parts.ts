import { toWords } from "../lib/normalise.ts";
import { createExpressions, type Expressions } from "./expressions.ts";
import { type Feature, indexMeanings, stemsAndPairs, toUnits, type Unit, wordsWithin } from "./part-words.ts";
import { createRepairWords, type RepairWords } from "./repair-words.ts";

/** A part of an answer: a step, a note, a short answer with the question above it. */
export interface PartText {
  /** The question that it answers; empty if it has none. */
  readonly heading: string;
  readonly text: string;
}

/** How well a part fits a question. */
interface PartFit {
  /** The place of the part in the list, from 0. */
  readonly part: number;
  /** How much of the question was found in it, in nats. */
  readonly evidence: number;
  /** The share of the question that was found in it, 0 to 1. */
  readonly share: number;
}

/** The parts of an answer by how well they fit a question, the best first. Never throws. */
export type RankParts = (question: string) => readonly PartFit[];

/** A kind of question that people ask about an answer: the words that ask so, and those that answer it. */
interface QuestionKind {
  readonly asks: readonly string[];
  readonly tells: readonly string[];
}

/** What parts are ranked with, for all answers. */
export interface RankPartsOptions {
  /** In how many of so many texts each word occurs: what is rare says more. */
  readonly uses: ReadonlyMap<string, number>;
  readonly texts: number;
  /** Groups of words and expressions with the same meaning. */
  readonly synonyms: readonly (readonly string[])[];
  readonly kinds: readonly QuestionKind[];
  /** Words that say nothing. */
  readonly fillers: readonly string[];
}

/** Further words of a question are ignored: people who ask back are short. */
const maxWords = 40;
/** The most that a single word can weigh, in nats. */
const maxWordWeight = 6;
/** What a word weighs that stands in no text at all: it may be a name, or noise. */
const unknownWordWeight = 2;
/** What it adds that a part answers this kind of question, in nats. */
const kindWeights = { heading: 4, text: 2 };
/** The answer below a question counts less than the question itself. */
const belowHeadingShare = 0.7;
/** A part of so many words weighs its words in full; in longer ones more is found by chance. */
const usualWords = 25;

/** Prepares the ranking of the parts of any answer; their texts are read once for each answer. */
export function createRankParts(options: RankPartsOptions): (parts: readonly PartText[]) => RankParts {
  const read = createReader(options);
  return (texts) => {
    const parts = texts.map(({ heading, text }) => ({
      heading: read.text(heading),
      body: read.text(text),
      answers: read.kindsTold(text),
      asked: read.kindsAsked(toWords(heading)),
    }));
    const rarityHere = createLocalRarity(parts.map(({ heading, body }) => [heading, body]));
    return (question) => {
      const asked = read.question(question);
      const total =
        asked.units.reduce((sum, { weight }) => sum + weight, 0) + asked.kinds.size * kindWeights.text;
      const fits = parts.map((part, index) => {
        const found = asked.units.reduce(
          (sum, unit) => sum + weigh(unit, part) * rarityHere(unit.features),
          0,
        );
        const evidence = found + kindFit(asked.kinds, part);
        return { part: index, evidence, share: total > 0 ? Math.min(1, evidence / total) : 0 };
      });
      return fits.sort((one, other) => other.evidence - one.evidence || one.part - other.part);
    };
  };
}

interface ReadText {
  readonly features: ReadonlySet<string>;
  readonly words: number;
}
interface ReadPart {
  readonly heading: ReadText;
  readonly body: ReadText;
  readonly answers: ReadonlySet<number>;
  readonly asked: ReadonlySet<number>;
}

function weigh({ features, weight }: Unit, { heading, body }: ReadPart): number {
  const inBody =
    heading.words > 0 ? belowHeadingShare : 1 / (1 + Math.log(Math.max(1, body.words / usualWords)) / 3);
  const best = features.reduce((most, { name, share }) => {
    const below = body.features.has(name) ? inBody : 0;
    return Math.max(most, (heading.features.has(name) ? 1 : below) * share);
  }, 0);
  return weight * best;
}

function kindFit(kinds: ReadonlySet<number>, { asked, answers }: ReadPart): number {
  let fit = 0;
  for (const kind of kinds) {
    if (asked.has(kind)) fit += kindWeights.heading;
    else if (asked.size === 0 && answers.has(kind)) fit += kindWeights.text;
  }
  return fit;
}

/** What stands in nearly every part of an answer tells none from the others: 1 for what is in one part, less for more. */
function createLocalRarity(
  parts: readonly (readonly ReadText[])[],
): (features: readonly Feature[]) => number {
  const counts = new Map<string, number>();
  for (const texts of parts)
    for (const feature of new Set(texts.flatMap(({ features }) => [...features])))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const all = Math.log(1 + parts.length);
  return (features) => {
    const most = Math.max(1, ...features.slice(0, 1).map(({ name }) => counts.get(name) ?? 1));
    return all > 0 ? Math.max(0.15, Math.log((1 + parts.length) / most) / all) : 1;
  };
}

interface Reader {
  text(text: string): ReadText;
  kindsTold(text: string): ReadonlySet<number>;
  kindsAsked(words: readonly string[]): ReadonlySet<number>;
  question(text: string): { readonly units: readonly Unit[]; readonly kinds: ReadonlySet<number> };
}

function createReader({ uses, texts, synonyms, kinds, fillers }: RankPartsOptions): Reader {
  const meanings = indexMeanings(synonyms);
  const asks = kinds.map((kind) => createExpressions(kind.asks));
  const tells = kinds.map((kind) => createExpressions(kind.tells));
  const allAsks = createExpressions(kinds.flatMap((kind) => kind.asks));
  const ignored = new Set(fillers.flatMap(toWords));
  const known = new Map(uses);
  for (const word of [...synonyms.flat(), ...kinds.flatMap(({ asks: expressions }) => expressions)].flatMap(
    toWords,
  ))
    if (!known.has(word)) known.set(word, 0);
  let repairWords: RepairWords | undefined;
  const repair = (words: readonly string[]) => {
    repairWords ??= createRepairWords(known);
    return repairWords(words);
  };

  const weightOf = (word: string) => {
    const count = uses.get(word);
    if (count === undefined) return unknownWordWeight;
    return Math.min(maxWordWeight, Math.log((texts + 1) / (count + 1)));
  };
  const found = (among: readonly Expressions[], words: readonly string[]) =>
    new Set(among.flatMap((expressions, kind) => (expressions.isAmong(words) ? [kind] : [])));

  return {
    text: (text) => {
      const words = toWords(text);
      for (const word of words) if (!known.has(word)) known.set(word, 1);
      return { features: new Set([...stemsAndPairs(words), ...meanings.of(words)]), words: words.length };
    },
    kindsTold: (text) => found(tells, toWords(text)),
    kindsAsked: (words) => found(asks, words),
    question: (text) => {
      const words = repair(toWords(text).slice(0, maxWords));
      const consumed = wordsWithin(allAsks, words);
      const says = (word: string, index: number) => !ignored.has(word) && !consumed.has(index);
      return { units: toUnits(words, { says, weightOf, meanings }), kinds: found(asks, words) };
    },
  };
}
