import type { FindMeanings } from "./synonyms.ts";

/** What a text is described by, with how often each occurs. */
export type Counts = ReadonlyMap<string, number>;

const pieceLengths = [3, 4];

/**
 * Words, pairs of neighbouring words, the pieces of three and four letters within words, and the meanings
 * that several words share.
 */
export function countFeatures(words: readonly string[], findMeanings: FindMeanings): Counts {
  const counts = new Map<string, number>();
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  words.forEach((word, index) => {
    add(`w ${word}`);
    const next = words[index + 1];
    if (next !== undefined) add(`b ${word} ${next}`);
    for (const piece of piecesOf(word)) add(`c ${piece}`);
  });
  for (const meaning of findMeanings(words)) add(`m ${meaning}`);
  return counts;
}

function piecesOf(word: string): readonly string[] {
  const framed = ` ${word} `;
  return pieceLengths.flatMap((length) =>
    Array.from({ length: Math.max(0, framed.length - length + 1) }, (_, start) =>
      framed.slice(start, start + length),
    ),
  );
}

/** A text as a sparse vector of length 1: positions of its features, and their weights. */
export interface Vector {
  readonly positions: Int32Array;
  readonly weights: Float64Array;
}

/** The features of a collection of texts, each with its rarity among them (idf: at least 1). */
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

/** Turns feature counts into vectors: rare features weigh more (tf-idf), unknown ones are left out. */
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
