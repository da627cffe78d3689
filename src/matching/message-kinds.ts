import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { toWords } from "../lib/normalise.ts";
import { type CompactWeights, createScoreClasses } from "./compact-weights.ts";
import { countFeatures, createToVector, type FeatureList, listFeatures } from "./features.ts";
import { trainWeights } from "./logistic-regression.ts";
import { createFindMeanings } from "./synonyms.ts";

/**
 * What a message after an answer says: it worked, or did not help; it asks about a part of the answer, about something that
 * no part answers, or tells of another topic.
 */
const messageKinds = ["worked", "noHelp", "part", "nothing", "else"] as const;
type MessageKind = (typeof messageKinds)[number];

/** What tells the kinds apart by their words, as plain data. */
export interface KindModel {
  readonly features: FeatureList;
  readonly weights: CompactWeights;
}

/** How much a message sounds like each kind, in nats around 0. */
export type KindScores = Readonly<Record<MessageKind, number>>;

/** Further words of a message are ignored. */
const maxWords = 40;
const epochs = 4;

/**
 * Learns from the follow-ups of all entries and from what the languages' samples say, together, since people mix languages.
 * Undefined unless there are samples of every kind: a pack may have none.
 */
export function learnMessageKinds(knowledge: Knowledge): KindModel | undefined {
  const samples = samplesOf(knowledge);
  if (messageKinds.some((kind) => !samples.some((sample) => sample.kind === kind))) return undefined;
  const count = createCount(knowledge);
  const counted = samples.map(({ kind, text }) => ({ kind, counts: count(text) }));
  const features = listFeatures(counted.map(({ counts }) => counts));
  const toVector = createToVector(features);
  const examples = counted.map(({ kind, counts }) => ({
    vector: toVector(counts),
    label: messageKinds.indexOf(kind),
  }));
  const training = { size: features.features.length, classes: messageKinds.length, epochs };
  return { features, weights: trainWeights(examples, training) };
}

/** Compares messages with what was learned; undefined if nothing was. The function never throws. */
export function createScoreKinds(
  knowledge: Knowledge,
  model: KindModel | undefined,
): ((text: string) => KindScores) | undefined {
  if (!model) return undefined;
  const count = createCount(knowledge);
  const toVector = createToVector(model.features);
  const score = createScoreClasses(model.weights);
  return (text) => toScores(score(toVector(count(text))));
}

function samplesOf({ entries, strings }: Knowledge) {
  const said = [...strings.values()].flatMap(({ followUps: { samples } }) => [
    ...samples.worked.map((text) => ({ kind: "worked", text }) as const),
    ...samples.noHelp.map((text) => ({ kind: "noHelp", text }) as const),
  ]);
  const asked = entries
    .flatMap((entry) => textsOf(entry).flatMap(([, { followUps = {} }]) => Object.entries(followUps)))
    .flatMap(([name, phrases]) => {
      const kind = name === "nothing" || name === "else" ? name : "part";
      return phrases.map((text) => ({ kind, text }) as const);
    });
  return [...said, ...asked];
}

function createCount({ synonyms }: Knowledge) {
  const findMeanings = createFindMeanings(synonyms);
  return (text: string) => countFeatures(toWords(text).slice(0, maxWords), findMeanings);
}

function toScores(scores: Float64Array): KindScores {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const [worked = 0, noHelp = 0, part = 0, nothing = 0, other = 0] = scores.map((score) => score - mean);
  return { worked, noHelp, part, nothing, else: other };
}
