import { type Names, noNames } from "../knowledge/names.ts";
import { toWords } from "../lib/normalise.ts";
import { type CompactWeights, createScoreClasses } from "./compact-weights.ts";
import { createExpressions } from "./expressions.ts";
import { type Counts, countFeatures, createToVector, type FeatureList, listFeatures } from "./features.ts";
import { createFindNames, type FindNames, type FoundNames } from "./find-names.ts";
import { softmax, trainWeights } from "./logistic-regression.ts";
import { createRepairWords } from "./repair-words.ts";
import { createSplitAtWords, toClauses, toSentences, truncateMessage } from "./sentences.ts";
import { createFindMeanings, type FindMeanings } from "./synonyms.ts";

/** A phrase to learn from, with its features and its entry. */
export interface Document {
  readonly phrase: string;
  readonly entry: string;
  readonly words: readonly string[];
  readonly counts: Counts;
}

export function toDocument(phrase: string, entry: string, findMeanings: FindMeanings): Document {
  const words = toWords(phrase);
  return { phrase, entry, words, counts: countFeatures(words, findMeanings) };
}

/** The trained ranker, as plain data. */
export interface RankerModel {
  readonly entries: readonly string[];
  /** Number of phrases. */
  readonly phrases: number;
  /** The number of phrases that each word occurs in. */
  readonly uses: ReadonlyMap<string, number>;
  readonly features: FeatureList;
  /** The weights of these features for each entry. */
  readonly weights: CompactWeights;
}

/** Trains a ranker that finds the entry of a question. */
export function trainRanker(documents: readonly Document[]): RankerModel {
  const entries = [...new Set(documents.map(({ entry }) => entry))];
  const features = listFeatures(documents.map(({ counts }) => counts));
  const toVector = createToVector(features);
  const labels = new Map(entries.map((entry, label) => [entry, label]));
  const examples = documents.map(({ counts, entry }) => ({
    vector: toVector(counts),
    label: labels.get(entry) ?? 0,
  }));
  return {
    entries,
    phrases: documents.length,
    uses: countWords(documents.map(({ words }) => words)),
    features,
    weights: trainWeights(examples, { size: features.features.length, classes: entries.length }),
  };
}

/** An entry with its probability, 0 to 1, which is not calibrated. */
export interface RankedEntry {
  readonly entry: string;
  readonly probability: number;
}

/** All entries by probability, and how much of the question is known. */
export interface Ranking {
  /** Best first; the probabilities add up to 1. */
  readonly candidates: readonly RankedEntry[];
  /** Number of words. */
  readonly words: number;
  /** Sum of the rarity of the known words, in nats; 0 if none is known. */
  readonly information: number;
  /** The known words' share of the rarity of all words, 0 to 1. */
  readonly understood: number;
  readonly names: FoundNames;
}

/** The rankings of a question as a whole and of its parts, which are ranked when asked for. */
export interface QuestionRanking {
  readonly whole: Ranking;
  sentences(): readonly Ranking[];
  /** Of the clauses of a message of at most 30 words, where they are more than its sentences. */
  clauses(): readonly Ranking[];
}

export type Rank = (question: string) => QuestionRanking;

/** Longer messages are ranked sentence by sentence, shorter ones as a whole. */
const maxWholeWords = 30;

/** What a question is read with, beside the model. */
interface RankOptions {
  /** Words and expressions between two clauses. */
  readonly conjunctions?: readonly string[];
  /** Those that are other words without their accents, as they are written. */
  readonly accentedConjunctions?: readonly string[];
  /** Those that the model was trained with. */
  readonly synonyms?: readonly (readonly string[])[];
  readonly names?: Names;
}

export function createRank(
  model: RankerModel,
  { synonyms = [], names = noNames, conjunctions = [], accentedConjunctions = [] }: RankOptions = {},
): Rank {
  const findMeanings = createFindMeanings(synonyms);
  const vocabulary = withWordsOf(synonyms, model.uses);
  const repairWords = createRepairWords(vocabulary);
  const findNames = createFindNames(names);
  const score = createScore(model);
  const toRanking = createToRanking(model, vocabulary, findNames);
  /** Names are left as they are. */
  const repair = (words: readonly string[]) => {
    const repaired = [...repairWords(words)];
    for (const { start, length } of findNames.positions(words))
      for (let index = start; index < start + length; index++) repaired[index] = words[index] ?? "";
    return repaired;
  };
  const scoreWords = (words: readonly string[]) => score(countFeatures(words, findMeanings));

  const conjunctionsToSplitAt = createExpressions(conjunctions);
  const splitAtAccented = createSplitAtWords(accentedConjunctions);

  return (question) => {
    const message = truncateMessage(question);
    const given = toSentences(message).map(toWords);
    const words = repair(given.flat());
    const clauses = () => {
      if (words.length > maxWholeWords) return [];
      const found = toClauses(splitAtAccented(message), conjunctionsToSplitAt);
      return found.length > given.length
        ? found.map(repair).map((clause) => toRanking(clause, scoreWords(clause)))
        : [];
    };
    const parts = splitByLength(
      words,
      given.map(({ length }) => length),
    );
    let known: readonly Float64Array[] | undefined;
    const scoresOfParts = () => {
      known ??= parts.map(scoreWords);
      return known;
    };
    const scores =
      words.length > maxWholeWords && parts.length > 1
        ? combineSentences(scoresOfParts(), model.entries.length)
        : scoreWords(words);
    const whole = toRanking(words, scores);
    const sentences = () =>
      parts.length === 1 ? [whole] : scoresOfParts().map((each, part) => toRanking(parts[part] ?? [], each));
    return { whole, sentences, clauses };
  };
}

/** Ranks the entries for a phrase without repairing typos. */
export function createRankDocument(model: RankerModel): (document: Document) => Ranking {
  const score = createScore(model);
  const toRanking = createToRanking(model, model.uses, createFindNames(noNames));
  return ({ words, counts }) => toRanking(words, score(counts));
}

function createScore({ features, weights }: RankerModel): (counts: Counts) => Float64Array {
  const toVector = createToVector(features);
  const scoreClasses = createScoreClasses(weights);
  return (counts) => {
    const scores = scoreClasses(toVector(counts));
    softmax(scores);
    return scores;
  };
}

/** @param vocabulary the words that count as known */
function createToRanking(
  { entries, phrases, uses }: RankerModel,
  vocabulary: ReadonlyMap<string, number>,
  findNames: FindNames,
) {
  const rarity = (word: string) => Math.log((phrases + 1) / ((uses.get(word) ?? 0) + 1));
  /** The entries' positions in the order of their ids, which decides between equals. */
  const byId = [...entries.keys()].sort((one, other) =>
    (entries[one] ?? "") < (entries[other] ?? "") ? -1 : 1,
  );
  return (words: readonly string[], scores: Float64Array): Ranking => {
    const information = sum(words.filter((word) => vocabulary.has(word)).map(rarity));
    const labels = [...byId].sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
    return {
      candidates: labels.map((label) => ({ entry: entries[label] ?? "", probability: scores[label] ?? 0 })),
      information,
      understood: information / (sum(words.map(rarity)) || 1),
      words: words.length,
      names: findNames.find(words, (word) => vocabulary.has(word)),
    };
  };
}

/** Adds the words that occur only in synonyms. */
function withWordsOf(
  synonyms: readonly (readonly string[])[],
  uses: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const all = new Map(uses);
  for (const word of synonyms.flat().flatMap(toWords)) if (!all.has(word)) all.set(word, 0);
  return all;
}

/** Splits words into groups of the given lengths. */
function splitByLength(words: readonly string[], lengths: readonly number[]): readonly (readonly string[])[] {
  let start = 0;
  return lengths.map((length) => {
    start += length;
    return words.slice(start - length, start);
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The number of documents that each word occurs in. */
function countWords(documents: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const words of documents) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

/** The mean over the sentences, weighted by their clarity: greetings and asides weigh little. */
function combineSentences(sentences: readonly Float64Array[], classes: number): Float64Array {
  const mean = new Float64Array(classes);
  let total = 0;
  for (const probabilities of sentences) {
    const clarity = probabilities.reduce((max, probability) => Math.max(max, probability), 0) ** 2;
    total += clarity;
    for (let k = 0; k < classes; k++) mean[k] = (mean[k] ?? 0) + clarity * (probabilities[k] ?? 0);
  }
  return mean.map((value) => value / (total || 1));
}
