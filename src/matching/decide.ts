import type { Calibration } from "./calibrate.ts";
import { confidenceOf } from "./confidence.ts";
import { bestSignals, familySignals, inScopeSignals, likeliestFamily } from "./confidence-signals.ts";
import type { EntryRelations } from "./entry-relations.ts";
import type { Candidate, Match } from "./match.ts";
import type { QuestionRanking, Ranking } from "./ranker.ts";

export interface DecideOptions {
  readonly calibration: Calibration;
  readonly kinship: EntryRelations;
  /** The front page: answered when it is asked for, never offered as "did you mean". */
  readonly home: string | undefined;
}

const maxSuggestions = 3;
/** The part of a question, 0 to 1, that the phrases must know for it to be theirs at all. */
const minUnderstood = 0.15;
/** The part of a sentence that must be known for it to count by itself. */
const minClearlyUnderstood = 0.6;

/**
 * What is made of a question. A message that speaks clearly of several things is not answered as if it were
 * one: each is offered. One clear sentence among unclear ones decides.
 */
export function decide({ whole, sentences }: QuestionRanking, judgement: DecideOptions): Match {
  const match = decideOne(whole, judgement);
  if (sentences.length <= 1) return match;
  const clear = sentences
    .filter(({ understood }) => understood >= minClearlyUnderstood)
    .map((sentence) => decideOne(sentence, judgement))
    .flatMap((read) => (read.outcome === "answer" ? [read] : []))
    .sort((one, other) => (other.candidates[0]?.confidence ?? 0) - (one.candidates[0]?.confidence ?? 0))
    .map(({ entry }) => entry);
  const { areRelated } = judgement.kinship;
  const distinct = clear.filter(
    (entry, index) => !clear.slice(0, index).some((other) => areRelated(entry, other)),
  );
  if (distinct.length > 1) {
    const entries = distinct.slice(0, maxSuggestions);
    return { outcome: "suggest", entries, candidates: putFirst(entries, match.candidates) };
  }
  const [only] = distinct;
  if (only === undefined || (match.outcome !== "suggest" && match.outcome !== "decline")) return match;
  return { outcome: "answer", entry: only, candidates: putFirst([only], match.candidates) };
}

/** The candidates with some entries before all others; the confidences stay in their order. */
function putFirst(first: readonly string[], candidates: readonly Candidate[]): readonly Candidate[] {
  const others = candidates.map(({ entry }) => entry).filter((entry) => !first.includes(entry));
  return [...first, ...others].map((entry, index) => ({
    entry,
    confidence: candidates[index]?.confidence ?? 0,
  }));
}

function decideOne(ranking: Ranking, { calibration, kinship, home }: DecideOptions): Match {
  const [first] = ranking.candidates;
  if (!first || ranking.information <= 0 || ranking.understood < minUnderstood) {
    return { outcome: "decline", candidates: withConfidence(ranking, 0) };
  }

  const confidence = confidenceOf(calibration.best, bestSignals(ranking, kinship));
  const candidates = withConfidence(ranking, confidence);
  const ours = inScopeProbability(ranking, calibration, kinship);
  const isElsewhere = kinship.elsewhere.has(first.entry);
  if (confidence >= calibration.answerFrom && (isElsewhere || ours >= calibration.oursFrom)) {
    return {
      outcome: kinship.choices.has(first.entry) ? "choice" : "answer",
      entry: first.entry,
      candidates,
    };
  }
  if (ours < calibration.oursFrom) return { outcome: "decline", candidates };
  const family = likeliestFamily(ranking, kinship);
  if (
    family &&
    confidenceOf(calibration.family, familySignals(ranking, family.share)) >= calibration.chooseFrom
  ) {
    return { outcome: "choice", entry: family.choice, candidates };
  }
  if (confidence >= calibration.suggestFrom) {
    const offered = candidates.map(({ entry }) => entry).filter((entry) => entry !== home);
    return { outcome: "suggest", entries: offered.slice(0, maxSuggestions), candidates };
  }
  return { outcome: "decline", candidates };
}

/** The probability that the question is about what we are here for; 1 where the knowledge has nothing else. */
function inScopeProbability(ranking: Ranking, { ours }: Calibration, kinship: EntryRelations): number {
  return ours ? confidenceOf(ours, inScopeSignals(ranking, kinship)) : 1;
}

/** The best candidate has the calibrated confidence, the others share what is left in their proportions. */
function withConfidence({ candidates }: Ranking, confidence: number): readonly Candidate[] {
  const [first, ...others] = candidates;
  if (!first) return [];
  const scale = Math.min(
    confidence / (first.probability || 1),
    (1 - confidence) / (1 - first.probability || 1),
  );
  return [
    { entry: first.entry, confidence },
    ...others.map(({ entry, probability }) => ({ entry, confidence: probability * scale })),
  ];
}
