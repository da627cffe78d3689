import type { Calibration } from "./calibrate.ts";
import { confidenceOf } from "./confidence.ts";
import { bestSignals, familySignals, likeliestFamily, oursSignals } from "./confidence-signals.ts";
import type { EntryRelations } from "./entry-relations.ts";
import type { Match } from "./match.ts";
import type { RankedEntry } from "./ranker.ts";
import type { Reading } from "./reading.ts";

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

/** A match without its candidates. */
export type Decided = Decision & Pick<Match, "ours" | "certainty">;

/** Entries offered to choose from: always the likeliest, and others that are likely enough. */
const maxSuggestions = 5;
const likeliestSuggestions = 3;
const minSuggestedShare = 0.02;
/** Minimum known share of a question, 0 to 1; below it the question is declined. */
const minUnderstood = 0.15;
/** Minimum share of an `elsewhere` entry among all of them, to be the answer. */
const minElsewhereShare = 0.3;
/** Below this probability a question is a stranger's, whichever entry is the likeliest. */
const maxStranger = 0.15;

/** Decides on one text as a whole. */
export function decideOne(reading: Reading, options: DecideOptions): Decided {
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
