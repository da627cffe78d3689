import type { FindMeanings } from "./synonyms.ts";

/** A feature of a text: a hash of its kind and its letters, 0 to 2^30 - 1. Two features rarely share one. */
type Feature = number;

/** The features of a text, each with its count. */
export type Counts = ReadonlyMap<Feature, number>;

const ngramLengths = [3, 4];
/** Where the hashes of each kind of feature begin. */
const kinds = { word: 1, pair: 2, ngram: 3, meaning: 4 };

/** Counts words, pairs of adjacent words, letter n-grams of three and four within words, and groups of synonyms. */
export function countFeatures(words: readonly string[], findMeanings: FindMeanings): Counts {
  const counts = new Map<Feature, number>();
  const add = (hash: number) => {
    const feature = finish(hash);
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  words.forEach((word, index) => {
    add(hashText(kinds.word, word));
    const next = words[index + 1];
    if (next !== undefined) add(hashText(hashText(hashText(kinds.pair, word), " "), next));
    const padded = ` ${word} `;
    for (const length of ngramLengths)
      for (let start = 0; start + length <= padded.length; start++)
        add(hashText(kinds.ngram, padded, start, start + length));
  });
  for (const meaning of findMeanings(words)) add(hashText(kinds.meaning, meaning));
  return counts;
}

/** Goes on hashing with some letters of a text (FNV-1a over its UTF-16 units). */
function hashText(hash: number, text: string, start = 0, end = text.length): number {
  let mixed = hash;
  for (let index = start; index < end; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193);
  return mixed;
}

/** Spreads a hash over its bits (the last steps of MurmurHash3), and keeps those of a small integer. */
function finish(hash: number): Feature {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & 0x3fffffff;
}

/** A text as a sparse unit vector: the positions of its features and their weights. */
export interface Vector {
  readonly positions: Int32Array;
  readonly weights: Float64Array;
}

/** The features that a ranker knows, as plain data. */
export interface FeatureList {
  readonly features: Int32Array;
  /** The number of texts that hold each, at most `maxDocuments`. */
  readonly documents: Uint16Array;
  /** The number of all texts. */
  readonly total: number;
}

const maxDocuments = 0xffff;

export function listFeatures(texts: readonly Counts[]): FeatureList {
  const documents = new Map<Feature, number>();
  for (const counts of texts)
    for (const feature of counts.keys()) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  return {
    features: Int32Array.from(documents.keys()),
    documents: Uint16Array.from(documents.values(), (count) => Math.min(count, maxDocuments)),
    total: texts.length,
  };
}

/** Turns feature counts into tf-idf vectors; unknown features are left out. */
export type ToVector = (counts: Counts) => Vector;

export function createToVector({ features, documents, total }: FeatureList): ToVector {
  const positionOf = new Map<Feature, number>(
    Array.from(features, (feature, position) => [feature, position]),
  );
  const rarities = Float64Array.from(documents, (count) => Math.log((1 + total) / (1 + count)) + 1);
  return (counts) => {
    const positions = new Int32Array(counts.size);
    const weights = new Float64Array(counts.size);
    let known = 0;
    let squares = 0;
    for (const [feature, count] of counts) {
      const position = positionOf.get(feature);
      if (position === undefined) continue;
      const weight = (count === 1 ? 1 : 1 + Math.log(count)) * (rarities[position] ?? 0);
      positions[known] = position;
      weights[known] = weight;
      squares += weight * weight;
      known += 1;
    }
    const norm = Math.sqrt(squares) || 1;
    return {
      positions: positions.subarray(0, known),
      weights: weights.subarray(0, known).map((weight) => weight / norm),
    };
  };
}
