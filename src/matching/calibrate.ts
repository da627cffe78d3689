import type { LabelledQuestion } from "../knowledge/questions.ts";
import {
  confidenceOf,
  fitCurve,
  type JudgedPrediction,
  type LogisticCurve,
  thresholdFor,
} from "./confidence.ts";
import { bestSignals, familySignals, likeliestFamily, oursSignals } from "./confidence-signals.ts";
import type { EntryRelations } from "./entry-relations.ts";
import { createRankDocument, type Document, type Rank, trainRanker } from "./ranker.ts";
import { type Reading, readRanking } from "./reading.ts";

/** How rankings become confidences and decisions; plain data. */
export interface Calibration {
  /** Whether a question is ours; absent if the knowledge has no `elsewhere` entry. */
  readonly ours: LogisticCurve | undefined;
  /** Whether the best of our candidates is right, provided that the question is ours. */
  readonly best: LogisticCurve;
  /** Whether a member of the likeliest family is right, provided that the question is ours. */
  readonly family: LogisticCurve;
  readonly cuts: Cuts;
}

/** Minimum confidences of decisions. */
interface Cuts {
  /** That a question is ours, to answer it outright; and to offer or ask anything at all. */
  readonly sureOurs: number;
  readonly perhapsOurs: number;
  /** That the best candidate is right, to answer it; and to offer it among others. */
  readonly sureBest: number;
  readonly perhapsBest: number;
  /** That a family is meant, to ask its choice. */
  readonly sureFamily: number;
}

/**
 * For packs with questions of their own, whose confidences are true ones. Chosen on 29 November 2026 on 414 labelled
 * questions that are no part of the knowledge, so that few strangers' questions are answered.
 */
const cutsOfQuestions: Cuts = {
  sureOurs: 0.9,
  perhapsOurs: 0.25,
  sureBest: 0.84,
  perhapsBest: 0,
  sureFamily: 0.92,
};

/** A reading and what it should have found: the right entries, none for a stranger's question. */
interface JudgedReading {
  readonly reading: Reading;
  readonly entries: readonly string[];
}

/** Learns from a pack's questions, all but those held back, when a ranking can be trusted. */
export function calibrateOnQuestions(
  questions: readonly LabelledQuestion[],
  rank: Rank,
  relations: EntryRelations,
): Calibration {
  const judged = questions
    .filter(({ isHeldBack }) => !isHeldBack)
    .map(({ text, entries }) => ({ reading: readRanking(rank(text).whole, relations), entries }));
  const predictions = judgePredictions(judged, relations);
  return { ...fitCurves(predictions, relations, weighSides(predictions.ours)), cuts: cutsOfQuestions };
}

const folds = 4;
/**
 * Share of outright answers that must be right on held-back phrases. This is the hardest test: a quarter of them have no
 * right answer left, and the phrases of an entry are deliberately unlike each other. Real questions resemble some phrase
 * and do far better.
 */
const answerPrecision = 0.74;
const choicePrecision = 0.65;
/** Share of the questions not answered outright for which the best candidate must be right. */
const suggestPrecision = 0.15;
/** Share of held-back phrases of ours that may be treated as a stranger's. */
const maxLostOurs = 0.15;

/**
 * For packs without questions: learns from the phrases by cross-validation. Each fold holds back some phrases of most
 * entries, and some entries with all their phrases, so that questions without an answer are included.
 */
export function calibrateOnPhrases(phrases: readonly Document[], relations: EntryRelations): Calibration {
  const judged = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const { kept, heldBack } = split(phrases, fold);
    if (kept.length === 0) return [];
    const rank = createRankDocument(trainRanker(kept));
    return heldBack.map((document) => ({
      reading: readRanking(rank(document), relations),
      entries: relations.elsewhere.has(document.entry) ? [] : [document.entry],
    }));
  });
  // Without questions it is hardly known what is ours, so a stranger's phrase counts as a wrong best candidate.
  const predictions = { ...judgePredictions(judged, relations), best: judgeBest(judged, relations) };
  const curves = fitCurves(predictions, relations);
  const { ours, best, family } = predictions;
  const confidencesOf = (judgedOnes: readonly JudgedPrediction[], curve: LogisticCurve) =>
    judgedOnes.map(({ signals, right }) => ({ confidence: confidenceOf(curve, signals), right }));
  const oursConfidences = curves.ours ? confidencesOf(ours, curves.ours) : [];
  const perhapsOurs = quantile(
    oursConfidences.flatMap(({ confidence, right }) => (right ? [confidence] : [])),
    maxLostOurs,
  );
  const bestConfidences = confidencesOf(best, curves.best);
  const sureBest = thresholdFor(answerPrecision, bestConfidences);
  return {
    ...curves,
    cuts: {
      sureOurs: perhapsOurs,
      perhapsOurs,
      sureBest,
      perhapsBest: thresholdFor(
        suggestPrecision,
        bestConfidences.filter(({ confidence }) => confidence < sureBest),
      ),
      sureFamily: thresholdFor(choicePrecision, confidencesOf(family, curves.family)),
    },
  };
}

function fitCurves(
  { ours, best, family }: Predictions,
  { elsewhere }: EntryRelations,
  weightOfOurs?: (prediction: JudgedPrediction) => number,
): Omit<Calibration, "cuts"> {
  return {
    ours: elsewhere.size > 0 ? fitCurve(ours, weightOfOurs) : undefined,
    best: fitCurve(best),
    family: fitCurve(family),
  };
}

/** Both sides count alike: how many questions of each were written tells nothing about how often each is asked. */
function weighSides(judged: readonly JudgedPrediction[]): (prediction: JudgedPrediction) => number {
  const right = judged.filter((prediction) => prediction.right).length;
  return (prediction) => judged.length / 2 / (prediction.right ? right : judged.length - right);
}

/** What the rankings would have said, and whether it was right. */
interface Predictions {
  readonly ours: readonly JudgedPrediction[];
  readonly best: readonly JudgedPrediction[];
  readonly family: readonly JudgedPrediction[];
}

function judgePredictions(judged: readonly JudgedReading[], relations: EntryRelations): Predictions {
  const ofOurs = judged.filter(({ entries }) => entries.length > 0);
  return {
    ours: judged.map(({ reading, entries }) => ({
      signals: oursSignals(reading),
      right: entries.length > 0,
    })),
    best: judgeBest(ofOurs, relations),
    family: ofOurs.flatMap(({ reading, entries }) => {
      const family = likeliestFamily(reading, relations);
      if (!family) return [];
      const right = leadsTo(family.choice, entries, relations);
      return [{ signals: familySignals(reading, family.share), right }];
    }),
  };
}

function judgeBest(judged: readonly JudgedReading[], relations: EntryRelations): readonly JudgedPrediction[] {
  return judged.map(({ reading, entries }) => ({
    signals: bestSignals(reading, relations),
    right: leadsTo(reading.ours.shares[0]?.entry ?? "", entries, relations),
  }));
}

/** Whether an entry, or one behind a choice, means the same as one of the right ones. */
function leadsTo(
  entry: string,
  right: readonly string[],
  { answersBehind, meaningOf }: EntryRelations,
): boolean {
  const behind = answersBehind.get(entry) ?? [entry];
  return behind.some((one) => right.some((other) => meaningOf(one) === meaningOf(other)));
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function split(phrases: readonly Document[], fold: number) {
  const entries = [...new Set(phrases.map(({ entry }) => entry))];
  const absent = new Set(entries.length > 2 ? entries.filter((_, index) => index % folds === fold) : []);
  const isHeldBack = ({ entry }: Document, index: number) => absent.has(entry) || index % folds === fold;
  return {
    kept: phrases.filter((phrase, index) => !isHeldBack(phrase, index)),
    heldBack: phrases.filter(isHeldBack),
  };
}
