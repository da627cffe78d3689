import { type Counts, createToVector, type FeatureList, type Vector } from "./features.ts";

/** A label with the likeness of its phrases to a question, 0 to 1. */
interface LabelFit {
  readonly label: string;
  readonly likeness: number;
}

/** The labels by how much their phrases are like a question, the best first. Never throws. */
export type RankLabels = (question: string) => readonly LabelFit[];

/** Phrases under their labels. */
export type LabelledPhrases = Readonly<Record<string, readonly string[]>>;

/** How much the next most alike phrases of a label count beside the first. */
const nextShare = 0.25;

/**
 * Prepares the comparison of questions with labelled phrases.
 * @param features tell how rare each is
 */
export function createRankLabels(
  features: FeatureList,
  count: (text: string) => Counts,
): (phrases: LabelledPhrases) => RankLabels {
  const toVector = createToVector(features);
  return (phrases) => {
    const vectors = Object.entries(phrases).map(
      ([label, some]) => [label, some.map((phrase) => toMap(toVector(count(phrase))))] as const,
    );
    return (question) => {
      const asked = toVector(count(question));
      return vectors
        .map(([label, some]) => ({ label, likeness: likenessTo(asked, some) }))
        .sort((one, other) => other.likeness - one.likeness);
    };
  };
}

function likenessTo(asked: Vector, phrases: readonly ReadonlyMap<number, number>[]): number {
  const [first = 0, second = 0, third = 0] = phrases
    .map((phrase) => product(asked, phrase))
    .sort((one, other) => other - one);
  return (first + nextShare * (second + third)) / (1 + 2 * nextShare);
}

function product({ positions, weights }: Vector, phrase: ReadonlyMap<number, number>): number {
  let sum = 0;
  positions.forEach((position, index) => {
    sum += (weights[index] ?? 0) * (phrase.get(position) ?? 0);
  });
  return sum;
}

function toMap({ positions, weights }: Vector): ReadonlyMap<number, number> {
  return new Map(Array.from(positions, (position, index) => [position, weights[index] ?? 0]));
}
