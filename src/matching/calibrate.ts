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

/** How rankings become confidences and decisions, learned from the phrases themselves; plain data. */
export interface Calibration {
  readonly best: LogisticCurve;
  readonly family: LogisticCurve;
  /** Whether a question is in scope; absent if the knowledge has no `elsewhere` entry. */
  readonly ours: LogisticCurve | undefined;
  /** Minimum confidence to treat a question as in scope. */
  readonly oursFrom: number;
  /** Minimum confidence to answer outright, and to ask a choice. */
  readonly answerFrom: number;
  readonly chooseFrom: number;
  /** Minimum confidence to offer the best candidates as "did you mean". */
  readonly suggestFrom: number;
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
/** Share of held-back in-scope phrases that may be treated as out of scope. */
const maxLostInScope = 0.15;

/**
 * Learns by cross-validation to tell right predictions from wrong ones. Each fold holds back some phrases of most entries,
 * and some entries with all their phrases, so that questions without an answer are included without outside data.
 */
export function calibrate(phrases: readonly Document[], relations: EntryRelations): Calibration {
  const best: JudgedPrediction[] = [];
  const family: JudgedPrediction[] = [];
  const inScope: JudgedPrediction[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const { kept, heldBack } = split(phrases, fold);
    if (kept.length === 0) continue;
    const rank = createRankDocument(trainRanker(kept));
    const present = new Set(kept.map(({ entry }) => entry));
    for (const document of heldBack) {
      const { entry } = document;
      const ranking = rank(document);
      inScope.push({ signals: inScopeSignals(ranking, relations), right: !relations.elsewhere.has(entry) });
      const top = ranking.candidates[0]?.entry ?? "";
      if (!present.has(entry) && relations.areRelated(entry, top)) continue;
      best.push({ signals: bestSignals(ranking, relations), right: top === entry });
      const likely = likeliestFamily(ranking, relations);
      if (likely)
        family.push({ signals: familySignals(ranking, likely.share), right: likely.members.has(entry) });
    }
  }
  const bestCurve = fitCurve(best);
  const familyCurve = fitCurve(family);
  const inScopeCurve = fitCurve(inScope);
  const confidencesOf = (judged: readonly JudgedPrediction[], curve: LogisticCurve) =>
    judged.map(({ signals, right }) => ({ confidence: confidenceOf(curve, signals), right }));
  const bestConfidences = confidencesOf(best, bestCurve);
  const answerFrom = thresholdFor(answerPrecision, bestConfidences);
  return {
    best: bestCurve,
    family: familyCurve,
    ours: relations.elsewhere.size > 0 ? inScopeCurve : undefined,
    oursFrom: quantile(
      confidencesOf(inScope, inScopeCurve).flatMap(({ confidence, right }) => (right ? [confidence] : [])),
      maxLostInScope,
    ),
    answerFrom,
    chooseFrom: thresholdFor(choicePrecision, confidencesOf(family, familyCurve)),
    suggestFrom: thresholdFor(
      suggestPrecision,
      bestConfidences.filter(({ confidence }) => confidence < answerFrom),
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
