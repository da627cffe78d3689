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
/** Minimum probability that a clause of a question of ours is ours; clauses hardly ever name what they are about. */
const minOursOfClause = 0.5;
/** Minimum share of an `elsewhere` entry among all of them, to be the answer. */
const minElsewhereShare = 0.3;
/** Below this probability a question is a stranger's, whichever entry is the likeliest. */
const maxStranger = 0.15;

/**
 * Turns a ranking into a match. A message that clearly tells of several troubles gets each of them offered. A single clear
 * sentence among unclear ones decides.
 */
export function decide({ whole, sentences, clauses }: QuestionRanking, options: DecideOptions): Match {
  const match = decideOne(whole, options);
  const troubles = distinctTroubles(match, sentences, clauses, options);
  if (troubles.length > 1) {
    const entries = troubles.slice(0, maxTroubles).map(({ entry }) => entry);
    const candidates = putFirst(entries, match.candidates);
    return { ...common(match), outcome: "suggest", entries, several: true, candidates };
  }
  const [only] = troubles;
  if (!only || (match.outcome !== "suggest" && match.outcome !== "decline")) return match;
  return {
    ...common(match),
    ours: only.ours,
    certainty: only.certainty,
    outcome: only.outcome,
    entry: only.entry,
    candidates: putFirst([only.entry], match.candidates),
  };
}

type Decided = Extract<Match, { readonly entry: string }>;

/**
 * The troubles that a message tells of: entries that its sentences speak of clearly, or else, in a message that may be ours,
 * its clauses. Each is different from those before it. Where the sentences speak of one thing, the clearest one.
 */
function distinctTroubles(
  { ours }: Match,
  sentences: readonly Ranking[],
  clauses: () => readonly Ranking[],
  options: DecideOptions,
): readonly Decided[] {
  const ofSentences = sentences.length > 1 ? sentences.flatMap((one) => clearTrouble(one, options)) : [];
  const distinct = withoutRelated(ofSentences, options);
  if (distinct.length <= 1 && ours >= options.calibration.cuts.perhapsOurs) {
    const ofClauses = withoutRelated(
      clauses().flatMap((clause) => clearTrouble(clause, options, minOursOfClause)),
      options,
    );
    if (ofClauses.length > 1) return ofClauses;
  }
  if (distinct.length > 1) return distinct;
  return [...ofSentences].sort((one, other) => other.certainty - one.certainty).slice(0, 1);
}

/** What a part of a message clearly speaks of: an answer of ours, or a choice. */
function clearTrouble(
  part: Ranking,
  options: DecideOptions,
  sureOurs = options.calibration.cuts.sureOurs,
): readonly Decided[] {
  const { calibration, relations, home } = options;
  if (part.understood < minClearlyUnderstood) return [];
  const cuts = { ...calibration.cuts, sureOurs };
  const match = decideOne(part, { ...options, calibration: { ...calibration, cuts } });
  if (match.outcome !== "answer" && match.outcome !== "choice") return [];
  return relations.elsewhere.has(match.entry) || match.entry === home ? [] : [match];
}

/** Leaves out what means the same as, or leads to the same as, one before it. */
function withoutRelated(decided: readonly Decided[], { relations }: DecideOptions): readonly Decided[] {
  const meaningsBehind = (entry: string) =>
    (relations.answersBehind.get(entry) ?? [entry]).map(relations.meaningOf);
  const overlap = (one: string, other: string) =>
    relations.areRelated(one, other) ||
    meaningsBehind(one).some((meaning) => meaningsBehind(other).includes(meaning));
  return decided.filter(
    ({ entry }, index) => !decided.slice(0, index).some((before) => overlap(entry, before.entry)),
  );
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
  const { relations, calibration, home } = options;
  const { cuts } = calibration;
  const { shares } = splitSides(ranking, relations).ours;
  const entry = shares[0]?.entry ?? "";
  const isLikeliest = ranking.candidates[0]?.entry === entry;
  if (isLikeliest && ours >= cuts.sureOurs && certainty >= cuts.sureBest)
    return { outcome: relations.choices.has(entry) ? "choice" : "answer", entry };
  if (isLikeliest && entry === home) return { outcome: "choice", entry };
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
 * confidence, and the `elsewhere` entries share the rest. They stay in their order, so that some have less than their share.
 */
function toCandidates(
  ranking: Ranking,
  { relations }: DecideOptions,
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
  let highest = 1;
  return ranking.candidates.map(({ entry }) => {
    highest = Math.min(highest, confidences.get(entry) ?? 0);
    return { entry, confidence: highest };
  });
}
