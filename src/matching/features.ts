import type { FindMeanings } from "./synonyms.ts";

/** The features of a text, each with its count. */
export type Counts = ReadonlyMap<string, number>;

const ngramLengths = [3, 4];

/** Counts words, pairs of adjacent words, letter n-grams of three and four within words, and groups of synonyms. */
export function countFeatures(words: readonly string[], findMeanings: FindMeanings): Counts {
  const counts = new Map<string, number>();
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  words.forEach((word, index) => {
    add(`w ${word}`);
    const next = words[index + 1];
    if (next !== undefined) add(`b ${word} ${next}`);
    for (const ngram of ngramsOf(word)) add(`c ${ngram}`);
  });
  for (const meaning of findMeanings(words)) add(`m ${meaning}`);
  return counts;
}

function ngramsOf(word: string): readonly string[] {
  const padded = ` ${word} `;
  return ngramLengths.flatMap((length) =>
    Array.from({ length: Math.max(0, padded.length - length + 1) }, (_, start) =>
      padded.slice(start, start + length),
    ),
  );
}

/** A text as a sparse unit vector: the positions of its features and their weights. */
export interface Vector {
  readonly positions: Int32Array;
  readonly weights: Float64Array;
}

/** The features of a collection of texts with their inverse document frequency (at least 1). */
export type Rarities = ReadonlyMap<string, number>;

export function countRarities(documents: readonly Counts[]): Rarities {
  const documentFrequency = new Map<string, number>();
  for (const counts of documents) {
    for (const feature of counts.keys())
      documentFrequency.set(feature, (documentFrequency.get(feature) ?? 0) + 1);
  }
  return new Map(
    [...documentFrequency].map(([feature, frequency]) => [
      feature,
      Math.log((1 + documents.length) / (1 + frequency)) + 1,
    ]),
  );
}

/** Turns feature counts into tf-idf vectors; unknown features are left out. */
export type ToVector = (counts: Counts) => Vector;

export function createToVector(rarities: Rarities): ToVector {
  const index = new Map([...rarities].map(([feature, rarity], position) => [feature, { position, rarity }]));
  return (counts) => {
    const positions: number[] = [];
    const weights: number[] = [];
    for (const [feature, count] of counts) {
      const known = index.get(feature);
      if (!known) continue;
      positions.push(known.position);
      weights.push((1 + Math.log(count)) * known.rarity);
    }
    const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    return {
      positions: Int32Array.from(positions),
      weights: Float64Array.from(weights, (weight) => weight / norm),
    };
  };
}
