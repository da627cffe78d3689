import type { Calibration } from "./calibrate.ts";
import { confidenceOf } from "./confidence.ts";
import {
  bestSignals,
  familySignals,
  likeliestFamily,
  oursSignals,
  splitSides,
} from "./confidence-signals.ts";
import type { EntryRelations } from "./entry-relations.ts";
import type { Candidate, Match } from "./match.ts";
import type { QuestionRanking, RankedEntry, Ranking } from "./ranker.ts";

export interface DecideOptions {
  readonly calibration: Calibration;
  readonly relations: EntryRelations;
  /** The front page; never offered as "did you mean". */
  readonly home: string | undefined;
}

/** A match without what all matches have. */
type Decision =
  | { readonly outcome: "answer" | "choice"; readonly entry: string; readonly certainty?: number }
  | { readonly outcome: "suggest"; readonly entries: readonly string[] }
  | { readonly outcome: "decline" };

/** Entries offered to choose from: always the likeliest, and others that are likely enough. */
const maxSuggestions = 5;
const likeliestSuggestions = 3;
const minSuggestedShare = 0.02;
/** Most troubles that a message is split into. */
const maxTroubles = 3;
/** Minimum known share of a question, 0 to 1; below it the question is declined. */
const minUnderstood = 0.15;
/** Minimum known share of a sentence to be decided by itself. */
const minClearlyUnderstood = 0.6;
/** Minimum share of an `elsewhere` entry among all of them, to be the answer. */
const minElsewhereShare = 0.3;
/** Below this probability a question is a stranger's, whichever entry is the likeliest. */
const maxStranger = 0.15;

/**
 * Turns a ranking into a match. A message that clearly names several problems gets a suggestion of each. A single clear
 * sentence among unclear ones decides.
 */
export function decide({ whole, sentences }: QuestionRanking, options: DecideOptions): Match {
  const match = decideOne(whole, options);
  if (sentences.length <= 1) return match;
  const { areRelated, elsewhere } = options.relations;
  const clear = sentences
    .filter(({ understood }) => understood >= minClearlyUnderstood)
    .map((sentence) => decideOne(sentence, options))
    .flatMap((one) => (one.outcome === "answer" && !elsewhere.has(one.entry) ? [one] : []));
  const distinct = clear.filter(
    ({ entry }, index) => !clear.slice(0, index).some((other) => areRelated(entry, other.entry)),
  );
  if (distinct.length > 1) {
    const entries = distinct.slice(0, maxTroubles).map(({ entry }) => entry);
    const candidates = putFirst(entries, match.candidates);
    return { ...common(match), outcome: "suggest", entries, several: true, candidates };
  }
  const [only] = distinct.sort((one, other) => other.certainty - one.certainty);
  if (!only || (match.outcome !== "suggest" && match.outcome !== "decline")) return match;
  return {
    ...common(match),
    ours: only.ours,
    certainty: only.certainty,
    outcome: "answer",
    entry: only.entry,
    candidates: putFirst([only.entry], match.candidates),
  };
}

function common({ candidates, ours, certainty, names }: Match) {
  return { candidates, ours, certainty, names };
}

/** Moves some entries to the front; the confidences keep their order. */
function putFirst(first: readonly string[], candidates: readonly Candidate[]): readonly Candidate[] {
  const others = candidates.map(({ entry }) => entry).filter((entry) => !first.includes(entry));
  return [...first, ...others].map((entry, index) => ({
    entry,
    confidence: candidates[index]?.confidence ?? 0,
  }));
}

function decideOne(ranking: Ranking, options: DecideOptions): Match {
  const { calibration, relations } = options;
  const sides = splitSides(ranking, relations);
  const [best] = sides.ours.shares;
  const [stranger] = sides.elsewhere.shares;
  const { names } = ranking;
  if (ranking.information <= 0 || ranking.understood < minUnderstood) {
    const candidates = ranking.candidates.map(({ entry }) => ({ entry, confidence: 0 }));
    return { outcome: "decline", candidates, ours: 0, certainty: 0, names };
  }

  const ours = calibration.ours ? confidenceOf(calibration.ours, oursSignals(ranking, relations)) : 1;
  const certainty = best ? confidenceOf(calibration.best, bestSignals(ranking, relations)) : 0;
  const candidates = toCandidates(ranking, options, { ours, certainty });
  const match = { candidates, ours, certainty, names };
  if (best && ours >= calibration.cuts.perhapsOurs)
    return { ...match, ...decideOurs(ranking, options, match) };
  const isStranger = stranger?.entry === ranking.candidates[0]?.entry || ours < maxStranger;
  if (stranger && isStranger && stranger.probability >= minElsewhereShare)
    return { ...match, outcome: "answer", entry: stranger.entry };
  return { ...match, outcome: "decline" };
}

/** Decides on a question that may be ours: the best entry, the choice of its family, or entries to choose from. */
function decideOurs(
  ranking: Ranking,
  options: DecideOptions,
  { ours, certainty }: Pick<Match, "ours" | "certainty">,
): Decision {
  const { relations, calibration } = options;
  const { cuts } = calibration;
  const { shares } = splitSides(ranking, relations).ours;
  const entry = shares[0]?.entry ?? "";
  if (ours >= cuts.sureOurs && certainty >= cuts.sureBest)
    return { outcome: relations.choices.has(entry) ? "choice" : "answer", entry };
  const family = likeliestFamily(ranking, relations);
  const ofFamily = family ? confidenceOf(calibration.family, familySignals(ranking, family.share)) : 0;
  if (family && ofFamily >= cuts.sureFamily)
    return { certainty: ofFamily, outcome: "choice", entry: family.choice };
  const entries = certainty >= cuts.perhapsBest ? entriesToSuggest(shares, options) : [];
  return entries.length > 0 ? { outcome: "suggest", entries } : { outcome: "decline" };
}

/** The likeliest entries of ours that mean different things. */
function entriesToSuggest(
  shares: readonly RankedEntry[],
  { relations, home }: DecideOptions,
): readonly string[] {
  const offered: string[] = [];
  const isOffered = (entry: string) =>
    offered.some(
      (other) =>
        relations.meaningOf(other) === relations.meaningOf(entry) ||
        relations.families.some(({ choice, members }) => choice === other && members.has(entry)),
    );
  for (const { entry, probability } of shares) {
    if (entry === home || isOffered(entry)) continue;
    if (offered.length >= likeliestSuggestions && probability < minSuggestedShare) break;
    offered.push(entry);
    if (offered.length >= maxSuggestions) break;
  }
  return offered;
}

/**
 * All entries with their confidence: ours share the probability that the question is ours, the best of them by its own
 * confidence, and the `elsewhere` entries share the rest. Ours come first where the question may be ours.
 */
function toCandidates(
  ranking: Ranking,
  { calibration, relations }: DecideOptions,
  { ours, certainty }: { readonly ours: number; readonly certainty: number },
): readonly Candidate[] {
  const sides = splitSides(ranking, relations);
  const [best, ...others] = sides.ours.shares;
  const rest = (1 - certainty) / (1 - (best?.probability ?? 0) || 1);
  const confidences = new Map([
    ...others.map(
      ({ entry, probability }) => [entry, ours * Math.min(certainty, probability * rest)] as const,
    ),
    ...sides.elsewhere.shares.map(({ entry, probability }) => [entry, (1 - ours) * probability] as const),
    ...(best ? [[best.entry, ours * certainty] as const] : []),
  ]);
  const isOursFirst = ours >= calibration.cuts.perhapsOurs;
  const order = isOursFirst ? [...sides.ours.shares, ...sides.elsewhere.shares] : ranking.candidates;
  let highest = 1;
  return order.map(({ entry }) => {
    highest = Math.min(highest, confidences.get(entry) ?? 0);
    return { entry, confidence: highest };
  });
}
