import type { Calibration } from "./calibrate.ts";
import { confidenceOf } from "./confidence.ts";
import { bestSignals, familySignals, likeliestFamily, oursSignals } from "./confidence-signals.ts";
import type { EntryRelations } from "./entry-relations.ts";
import type { Candidate, Match } from "./match.ts";
import type { QuestionRanking, RankedEntry, Ranking } from "./ranker.ts";
import { type Reading, readRanking } from "./reading.ts";

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

/** A match without its candidates. */
type Decided = Decision & Pick<Match, "ours" | "certainty">;
type Trouble = Extract<Decided, { readonly entry: string }>;

/**
 * Turns a ranking into a match. A message that clearly tells of several troubles gets each of them offered. A single clear
 * sentence among unclear ones decides.
 */
export function decide({ whole, sentences, clauses }: QuestionRanking, options: DecideOptions): Match {
  const reading = readRanking(whole, options.relations);
  const decided = decideOne(reading, options);
  const candidates = toCandidates(reading, decided);
  const { names } = whole;
  const troubles = distinctTroubles(decided, sentences, clauses, options);
  if (troubles.length > 1) {
    const entries = troubles.slice(0, maxTroubles).map(({ entry }) => entry);
    const reordered = putFirst(entries, candidates);
    return { ...decided, outcome: "suggest", entries, several: true, candidates: reordered, names };
  }
  const [only] = troubles;
  if (!only || (decided.outcome !== "suggest" && decided.outcome !== "decline"))
    return { ...decided, candidates, names };
  return { ...only, candidates: putFirst([only.entry], candidates), names };
}

/**
 * The troubles that a message tells of, each different from those before it: entries that its sentences speak of clearly,
 * or else its clauses, in a message that may be ours and has no answer as a whole. Where the sentences speak of one thing,
 * the clearest of them.
 */
function distinctTroubles(
  whole: Decided,
  sentences: () => readonly Ranking[],
  clauses: () => readonly Ranking[],
  options: DecideOptions,
): readonly Trouble[] {
  const parts = sentences();
  const ofSentences = parts.length > 1 ? parts.flatMap((one) => clearTrouble(one, options)) : [];
  const distinct = withoutRelated(ofSentences, options);
  const mayBeTorn = whole.outcome !== "answer" && whole.ours >= options.calibration.cuts.perhapsOurs;
  if (distinct.length <= 1 && mayBeTorn) {
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
): readonly Trouble[] {
  const { calibration, relations, home } = options;
  if (part.understood < minClearlyUnderstood) return [];
  const cuts = { ...calibration.cuts, sureOurs };
  const decided = decideOne(readRanking(part, relations), {
    ...options,
    calibration: { ...calibration, cuts },
  });
  if (decided.outcome !== "answer" && decided.outcome !== "choice") return [];
  return relations.elsewhere.has(decided.entry) || decided.entry === home ? [] : [decided];
}

/** Leaves out what means the same as, or leads to the same as, one before it. */
function withoutRelated(troubles: readonly Trouble[], { relations }: DecideOptions): readonly Trouble[] {
  const meaningsBehind = (entry: string) =>
    (relations.answersBehind.get(entry) ?? [entry]).map(relations.meaningOf);
  const overlap = (one: string, other: string) =>
    relations.areRelated(one, other) ||
    meaningsBehind(one).some((meaning) => meaningsBehind(other).includes(meaning));
  return troubles.filter(
    ({ entry }, index) => !troubles.slice(0, index).some((before) => overlap(entry, before.entry)),
  );
}

/** Moves some entries to the front; the confidences keep their order. */
function putFirst(first: readonly string[], candidates: readonly Candidate[]): readonly Candidate[] {
  const others = candidates.map(({ entry }) => entry).filter((entry) => !first.includes(entry));
  return [...first, ...others].map((entry, index) => ({
    entry,
    confidence: candidates[index]?.confidence ?? 0,
  }));
}

function decideOne(reading: Reading, options: DecideOptions): Decided {
  const { calibration, relations } = options;
  const [best] = reading.ours.shares;
  const [stranger] = reading.elsewhere.shares;
  if (reading.information <= 0 || reading.understood < minUnderstood)
    return { outcome: "decline", ours: 0, certainty: 0 };

  const ours = calibration.ours ? confidenceOf(calibration.ours, oursSignals(reading)) : 1;
  const certainty = best ? confidenceOf(calibration.best, bestSignals(reading, relations)) : 0;
  const confidences = { ours, certainty };
  if (best && ours >= calibration.cuts.perhapsOurs)
    return { ...confidences, ...decideOurs(reading, options, confidences) };
  const isStranger = stranger?.entry === reading.candidates[0]?.entry || ours < maxStranger;
  if (stranger && isStranger && stranger.probability >= minElsewhereShare)
    return { ...confidences, outcome: "answer", entry: stranger.entry };
  return { ...confidences, outcome: "decline" };
}

/** Decides on a question that may be ours: the best entry, the choice of its family, or entries to choose from. */
function decideOurs(
  reading: Reading,
  options: DecideOptions,
  { ours, certainty }: Pick<Match, "ours" | "certainty">,
): Decision {
  const { relations, calibration, home } = options;
  const { cuts } = calibration;
  const { shares } = reading.ours;
  const entry = shares[0]?.entry ?? "";
  const isLikeliest = reading.candidates[0]?.entry === entry;
  if (isLikeliest && ours >= cuts.sureOurs && certainty >= cuts.sureBest)
    return { outcome: relations.choices.has(entry) ? "choice" : "answer", entry };
  if (isLikeliest && entry === home) return { outcome: "choice", entry };
  const family = likeliestFamily(reading, relations);
  const ofFamily = family ? confidenceOf(calibration.family, familySignals(reading, family.share)) : 0;
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
  reading: Reading,
  { ours, certainty }: Pick<Match, "ours" | "certainty">,
): readonly Candidate[] {
  const [best, ...others] = reading.ours.shares;
  const rest = (1 - certainty) / (1 - (best?.probability ?? 0) || 1);
  const confidences = new Map<string, number>();
  for (const { entry, probability } of others)
    confidences.set(entry, ours * Math.min(certainty, probability * rest));
  for (const { entry, probability } of reading.elsewhere.shares)
    confidences.set(entry, (1 - ours) * probability);
  if (best) confidences.set(best.entry, ours * certainty);
  let highest = 1;
  return reading.candidates.map(({ entry }) => {
    highest = Math.min(highest, confidences.get(entry) ?? 0);
    return { entry, confidence: highest };
  });
}
