import {
  confidenceOf,
  fitCurve,
  type JudgedPrediction,
  type LogisticCurve,
  thresholdFor,
} from "./confidence.ts";
import { bestSignals, familySignals, inScopeSignals, likeliestFamily } from "./confidence-signals.ts";
import type { EntryRelations } from "./entry-relations.ts";
import { createRankDocument, type Document, trainRanker } from "./ranker.ts";

/** How far a ranking can be trusted, learned from the phrases themselves: plain data. */
export interface Calibration {
  readonly best: LogisticCurve;
  readonly family: LogisticCurve;
  /** Whether a question is about what we are here for; absent where the knowledge has nothing else. */
  readonly ours: LogisticCurve | undefined;
  /** Confidence below which a question is taken for none of ours. */
  readonly oursFrom: number;
  /** Confidence from which on an answer is given outright, or a choice asked. */
  readonly answerFrom: number;
  readonly chooseFrom: number;
  /** Confidence from which on the best candidates are offered as "did you mean". */
  readonly suggestFrom: number;
}

const folds = 4;
/**
 * Share of outright answers that have to be right on held-back phrases. That is the hardest test there is: a
 * quarter of these have no right answer left, and the phrases of an entry are written to be unlike each other,
 * so that real questions, which resemble some phrase, fare far better.
 */
const answerPrecision = 0.74;
const choicePrecision = 0.65;
/** Of the questions that are not answered outright, the best candidate has to be right for this share. */
const suggestPrecision = 0.15;
/** Share of held-back phrases of ours that may be taken for something else. */
const oursLost = 0.15;

/**
 * Learns to tell right predictions from wrong ones by cross-validation: each fold holds back a part of the
 * phrases of most entries, and a part of the entries with all their phrases, so that questions about something
 * the knowledge lacks are among the judged ones without any outside data.
 */
export function calibrate(phrases: readonly Document[], kinship: EntryRelations): Calibration {
  const best: JudgedPrediction[] = [];
  const family: JudgedPrediction[] = [];
  const ours: JudgedPrediction[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const { kept, heldBack } = split(phrases, fold);
    if (kept.length === 0) continue;
    const rank = createRankDocument(trainRanker(kept));
    const present = new Set(kept.map(({ entry }) => entry));
    for (const document of heldBack) {
      const { entry } = document;
      const ranking = rank(document);
      ours.push({ signals: inScopeSignals(ranking, kinship), right: !kinship.elsewhere.has(entry) });
      const top = ranking.candidates[0]?.entry ?? "";
      if (!present.has(entry) && kinship.areRelated(entry, top)) continue;
      best.push({ signals: bestSignals(ranking, kinship), right: top === entry });
      const likely = likeliestFamily(ranking, kinship);
      if (likely)
        family.push({ signals: familySignals(ranking, likely.share), right: likely.members.has(entry) });
    }
  }
  const ofBest = fitCurve(best);
  const ofFamily = fitCurve(family);
  const ofOurs = fitCurve(ours);
  const confidencesOf = (judged: readonly JudgedPrediction[], curve: LogisticCurve) =>
    judged.map(({ signals, right }) => ({ confidence: confidenceOf(curve, signals), right }));
  const bests = confidencesOf(best, ofBest);
  const answerFrom = thresholdFor(answerPrecision, bests);
  return {
    best: ofBest,
    family: ofFamily,
    ours: kinship.elsewhere.size > 0 ? ofOurs : undefined,
    oursFrom: quantile(
      confidencesOf(ours, ofOurs).flatMap(({ confidence, right }) => (right ? [confidence] : [])),
      oursLost,
    ),
    answerFrom,
    chooseFrom: thresholdFor(choicePrecision, confidencesOf(family, ofFamily)),
    suggestFrom: thresholdFor(
      suggestPrecision,
      bests.filter(({ confidence }) => confidence < answerFrom),
    ),
  };
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
