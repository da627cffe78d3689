import { type Confidence, cutFor, fitConfidence, type Judged } from "./confidence.ts";
import type { Kinship } from "./kinship.ts";
import { type Document, type Ranking, trainRanker } from "./ranker.ts";

/** How far a ranking can be trusted, learned from the phrases themselves. */
export interface Calibration {
  readonly ofBest: Confidence;
  readonly ofFamily: Confidence;
  /** Confidence from which on an answer is given outright, or a choice asked. */
  readonly answerFrom: number;
  readonly chooseFrom: number;
  /** Confidence from which on the best candidates are offered as "did you mean". */
  readonly suggestFrom: number;
}

const folds = 5;
/**
 * Share of outright answers that have to be right on held-back phrases. That is the hardest test there is: a
 * fifth of these have no right answer left, and the phrases of an entry are written to be unlike each other, so
 * that real questions, which resemble some phrase, fare far better.
 */
const answerPrecision = 0.65;
const choicePrecision = 0.6;
/** Below this confidence the best candidate is more of a guess than a help. */
const suggestPrecision = 0.4;

/**
 * Learns to tell right predictions from wrong ones by cross-validation: each fold holds back a fifth of the
 * phrases of most entries, and a fifth of the entries with all their phrases, so that questions about
 * something the knowledge lacks are among the judged ones without any outside data.
 */
export function calibrate(phrases: readonly Document[], kinship: Kinship): Calibration {
  const best: Judged[] = [];
  const family: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const { kept, heldBack } = split(phrases, fold);
    if (kept.length === 0) continue;
    const rank = trainRanker(kept, { repairTypos: false });
    const present = new Set(kept.map(({ entry }) => entry));
    for (const { phrase, entry } of heldBack) {
      const ranking = rank(phrase).whole;
      const top = ranking.candidates[0]?.entry ?? "";
      if (!present.has(entry) && kinship.akin(entry, top)) continue;
      best.push({ signals: signalsOfBest(ranking), right: top === entry });
      const likely = likeliestFamily(ranking, kinship);
      if (likely)
        family.push({ signals: signalsOfFamily(ranking, likely.share), right: likely.members.has(entry) });
    }
  }
  const ofBest = fitConfidence(best);
  const ofFamily = fitConfidence(family);
  const confidencesOf = (judged: readonly Judged[], confidence: Confidence) =>
    judged.map(({ signals, right }) => ({ confidence: confidence(signals), right }));
  return {
    ofBest,
    ofFamily,
    answerFrom: cutFor(answerPrecision, confidencesOf(best, ofBest)),
    chooseFrom: cutFor(choicePrecision, confidencesOf(family, ofFamily)),
    suggestFrom: cutFor(suggestPrecision, confidencesOf(best, ofBest)),
  };
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

export function signalsOfBest({ candidates, information, understood }: Ranking): readonly number[] {
  const first = candidates[0]?.probability ?? 0;
  const second = candidates[1]?.probability ?? 0;
  return [...strength(first, second), understood, Math.log(1 + information)];
}

export function signalsOfFamily({ information, understood }: Ranking, share: number): readonly number[] {
  return [...strength(share, 1 - share), understood, Math.log(1 + information)];
}

function strength(first: number, second: number): readonly number[] {
  return [Math.log((first + 1e-6) / (1 - first + 1e-6)), Math.log((first + 1e-6) / (second + 1e-6))];
}

/** The choice whose entries together are the likeliest, among those that the best candidate belongs to. */
export function likeliestFamily({ candidates }: Ranking, { families }: Kinship) {
  const best = candidates[0]?.entry;
  const shares = families
    .filter(({ members }) => best !== undefined && members.has(best))
    .map(({ choice, members }) => ({
      choice,
      members,
      share: candidates.reduce(
        (sum, { entry, probability }) => sum + (members.has(entry) ? probability : 0),
        0,
      ),
    }));
  return shares.sort((a, b) => b.share - a.share)[0];
}
