/** What a text is described by, with how often each occurs. */
export type Counts = ReadonlyMap<string, number>;

const pieceLengths = [3, 4];

/** Words, pairs of neighbouring words, and the pieces of three and four letters within words. */
export function countFeatures(words: readonly string[]): Counts {
  const counts = new Map<string, number>();
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  words.forEach((word, index) => {
    add(`w ${word}`);
    const next = words[index + 1];
    if (next !== undefined) add(`b ${word} ${next}`);
    for (const piece of piecesOf(word)) add(`c ${piece}`);
  });
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

/** Turns feature counts into vectors: rare features weigh more (tf-idf), unknown ones are left out. */
export interface Vectorizer {
  readonly size: number;
  toVector(counts: Counts): Vector;
}

export function createVectorizer(documents: readonly Counts[]): Vectorizer {
  const documentFrequency = new Map<string, number>();
  for (const counts of documents) {
    for (const feature of counts.keys())
      documentFrequency.set(feature, (documentFrequency.get(feature) ?? 0) + 1);
  }
  const index = new Map<string, { readonly position: number; readonly rarity: number }>();
  for (const [feature, frequency] of documentFrequency) {
    const rarity = Math.log((1 + documents.length) / (1 + frequency)) + 1;
    index.set(feature, { position: index.size, rarity });
  }

  const toVector = (counts: Counts): Vector => {
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
  return { size: index.size, toVector };
}
