import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { toWords } from "../lib/normalise.ts";
import { type CompactWeights, createScoreClasses } from "./compact-weights.ts";
import { type Counts, countFeatures, createToVector, type FeatureList, listFeatures } from "./features.ts";
import { trainWeights } from "./logistic-regression.ts";
import { createFindMeanings } from "./synonyms.ts";

/**
 * What a message after an answer says: it worked, or did not help; it asks about a part of the answer, about something that
 * no part answers, or tells of another topic.
 */
const messageKinds = ["worked", "noHelp", "part", "nothing", "else"] as const;
type MessageKind = (typeof messageKinds)[number];

/** What is learned from the messages that people send after an answer, as plain data. */
export interface FollowUpModel {
  readonly features: FeatureList;
  /** What tells the kinds apart; absent unless there are samples of every kind, since a pack may have none. */
  readonly kinds: CompactWeights | undefined;
}

/** How much a message sounds like each kind, in nats around 0. */
export type KindScores = Readonly<Record<MessageKind, number>>;

/** Further words of a message are ignored. */
const maxWords = 40;
const epochs = 4;

/** Learns from the follow-ups of all entries and from what the languages' samples say, together, since people mix languages. */
export function learnFollowUps(knowledge: Knowledge): FollowUpModel {
  const count = createCountFollowUp(knowledge);
  const counted = samplesOf(knowledge).map(({ kind, text }) => ({ kind, counts: count(text) }));
  const features = listFeatures(counted.map(({ counts }) => counts));
  const isComplete = messageKinds.every((kind) => counted.some((sample) => sample.kind === kind));
  return { features, kinds: isComplete ? learnKinds(counted, features) : undefined };
}

function learnKinds(
  counted: readonly { readonly kind: MessageKind; readonly counts: Counts }[],
  features: FeatureList,
): CompactWeights {
  const toVector = createToVector(features);
  const examples = counted.map(({ kind, counts }) => ({
    vector: toVector(counts),
    label: messageKinds.indexOf(kind),
  }));
  const training = { size: features.features.length, classes: messageKinds.length, epochs };
  return trainWeights(examples, training);
}

/** Compares messages with what was learned; undefined if nothing was. The function never throws. */
export function createScoreKinds(
  knowledge: Knowledge,
  { features, kinds }: FollowUpModel,
): ((text: string) => KindScores) | undefined {
  if (!kinds) return undefined;
  const count = createCountFollowUp(knowledge);
  const toVector = createToVector(features);
  const score = createScoreClasses(kinds);
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

/** Counts the features of a message after an answer. */
export function createCountFollowUp({ synonyms }: Pick<Knowledge, "synonyms">): (text: string) => Counts {
  const findMeanings = createFindMeanings(synonyms);
  return (text: string) => countFeatures(toWords(text).slice(0, maxWords), findMeanings);
}

function toScores(scores: Float64Array): KindScores {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const [worked = 0, noHelp = 0, part = 0, nothing = 0, other = 0] = scores.map((score) => score - mean);
  return { worked, noHelp, part, nothing, else: other };
}
