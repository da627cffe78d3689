import { type Counts, countFeatures, createVectorizer } from "./features.ts";
import { trainClassifier } from "./logistic-regression.ts";
import { toWords } from "./normalise.ts";
import { createRepairWords, type RepairWords } from "./repair-words.ts";
import { readable, toSentences } from "./sentences.ts";

/** A phrase to learn from, with what describes it and the entry it belongs to. */
export interface Document {
  readonly phrase: string;
  readonly entry: string;
  readonly words: readonly string[];
  readonly counts: Counts;
}

export function toDocument(phrase: string, entry: string): Document {
  const words = toWords(phrase);
  return { phrase, entry, words, counts: countFeatures(words) };
}

/** All entries by how likely a question means them, and how much of it was understood. */
export interface Ranking {
  /** Best first; the probabilities add up to 1. They are not calibrated. */
  readonly candidates: readonly { readonly entry: string; readonly probability: number }[];
  /** What the words say that the phrases use too: the sum of their rarity (nats); 0 when none is known. */
  readonly information: number;
  /** The known words' part of the rarity of all words, 0 to 1. */
  readonly understood: number;
}

/** A question as a whole, and sentence by sentence. */
interface Reading {
  readonly whole: Ranking;
  readonly sentences: readonly Ranking[];
}

export type Rank = (question: string) => Reading;

/** Messages of up to this many words are matched as a whole, longer ones sentence by sentence. */
const wholeLimit = 30;

/**
 * Learns from phrases which entry a question means.
 * @param repairTypos off for questions that are known to be typed well: looking words up is most of the work
 */
export function trainRanker(documents: readonly Document[], { repairTypos = true } = {}): Rank {
  const entries = [...new Set(documents.map(({ entry }) => entry))];
  const frequency = countWords(documents.map(({ words }) => words));
  const rarity = (word: string) => Math.log((documents.length + 1) / ((frequency.get(word) ?? 0) + 1));
  const repair: RepairWords = repairTypos ? createRepairWords(frequency) : (words) => words;
  const vectorizer = createVectorizer(documents.map(({ counts }) => counts));
  const examples = documents.map(({ counts, entry }) => ({
    vector: vectorizer.toVector(counts),
    label: entries.indexOf(entry),
  }));
  const { probabilities } = trainClassifier(examples, { size: vectorizer.size, classes: entries.length });
  const score = (words: readonly string[]) => probabilities(vectorizer.toVector(countFeatures(words)));

  const toRanking = (words: readonly string[], scores: Float64Array): Ranking => {
    const information = sum(words.filter((word) => frequency.has(word)).map(rarity));
    return {
      candidates: entries
        .map((entry, label) => ({ entry, probability: scores[label] ?? 0 }))
        .sort((a, b) => b.probability - a.probability || (a.entry < b.entry ? -1 : 1)),
      information,
      understood: information / (sum(words.map(rarity)) || 1),
    };
  };

  return (question) => {
    const given = toSentences(readable(question)).map(toWords);
    const words = repair(given.flat());
    const lengths = given.map(({ length }) => length);
    const sentences = divide(words, lengths).map((sentence) => ({ sentence, scores: score(sentence) }));
    const isLong = words.length > wholeLimit;
    const scores = isLong
      ? combine(
          sentences.map((part) => part.scores),
          entries.length,
        )
      : score(words);
    return {
      whole: toRanking(words, scores),
      sentences: sentences.map((part) => toRanking(part.sentence, part.scores)),
    };
  };
}

/** Words in groups of the given lengths. */
function divide(words: readonly string[], lengths: readonly number[]): readonly (readonly string[])[] {
  let start = 0;
  return lengths.map((length) => {
    start += length;
    return words.slice(start - length, start);
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** In how many documents each word stands. */
function countWords(documents: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const words of documents)
    for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return frequency;
}

/** The mean over the sentences, each weighted by how clearly it speaks: greetings and asides weigh little. */
function combine(sentences: readonly Float64Array[], classes: number): Float64Array {
  const mean = new Float64Array(classes);
  let total = 0;
  for (const probabilities of sentences) {
    const clarity = probabilities.reduce((max, probability) => Math.max(max, probability), 0) ** 2;
    total += clarity;
    for (let k = 0; k < classes; k++) mean[k] = (mean[k] ?? 0) + clarity * (probabilities[k] ?? 0);
  }
  return mean.map((value) => value / (total || 1));
}
