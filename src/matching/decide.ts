import type { Calibration } from "./calibrate.ts";
import { confidenceOf } from "./confidence.ts";
import { bestSignals, familySignals, inScopeSignals, likeliestFamily } from "./confidence-signals.ts";
import type { EntryRelations } from "./entry-relations.ts";
import type { Candidate, Match } from "./match.ts";
import type { QuestionRanking, Ranking } from "./ranker.ts";

export interface DecideOptions {
  readonly calibration: Calibration;
  readonly relations: EntryRelations;
  /** The front page; never offered as "did you mean". */
  readonly home: string | undefined;
}

const maxSuggestions = 3;
/** Minimum known share of a question, 0 to 1; below it the question is declined. */
const minUnderstood = 0.15;
/** Minimum known share of a sentence to be decided by itself. */
const minClearlyUnderstood = 0.6;

/**
 * Turns a ranking into a match. A message that clearly names several problems gets a suggestion of each. A single clear
 * sentence among unclear ones decides.
 */
export function decide({ whole, sentences }: QuestionRanking, options: DecideOptions): Match {
  const match = decideOne(whole, options);
  if (sentences.length <= 1) return match;
  const clear = sentences
    .filter(({ understood }) => understood >= minClearlyUnderstood)
    .map((sentence) => decideOne(sentence, options))
    .flatMap((one) => (one.outcome === "answer" ? [one] : []))
    .sort((one, other) => (other.candidates[0]?.confidence ?? 0) - (one.candidates[0]?.confidence ?? 0))
    .map(({ entry }) => entry);
  const { areRelated } = options.relations;
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

/** Moves some entries to the front; the confidences keep their order. */
function putFirst(first: readonly string[], candidates: readonly Candidate[]): readonly Candidate[] {
  const others = candidates.map(({ entry }) => entry).filter((entry) => !first.includes(entry));
  return [...first, ...others].map((entry, index) => ({
    entry,
    confidence: candidates[index]?.confidence ?? 0,
  }));
}

function decideOne(ranking: Ranking, { calibration, relations, home }: DecideOptions): Match {
  const [first] = ranking.candidates;
  if (!first || ranking.information <= 0 || ranking.understood < minUnderstood) {
    return { outcome: "decline", candidates: withConfidence(ranking, 0) };
  }

  const confidence = confidenceOf(calibration.best, bestSignals(ranking, relations));
  const candidates = withConfidence(ranking, confidence);
  const inScope = inScopeProbability(ranking, calibration, relations);
  const isElsewhere = relations.elsewhere.has(first.entry);
  if (confidence >= calibration.answerFrom && (isElsewhere || inScope >= calibration.oursFrom)) {
    return {
      outcome: relations.choices.has(first.entry) ? "choice" : "answer",
      entry: first.entry,
      candidates,
    };
  }
  if (inScope < calibration.oursFrom) return { outcome: "decline", candidates };
  const family = likeliestFamily(ranking, relations);
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

/** The probability that a question is in scope; 1 if the knowledge has no `elsewhere` entry. */
function inScopeProbability(ranking: Ranking, { ours }: Calibration, relations: EntryRelations): number {
  return ours ? confidenceOf(ours, inScopeSignals(ranking, relations)) : 1;
}

/** Gives the best candidate the calibrated confidence; the others share the rest in proportion. */
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
