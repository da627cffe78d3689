import { type Decided, type DecideOptions, decideOne } from "./decide-one.ts";
import type { EntryRelations } from "./entry-relations.ts";
import type { Candidate, Match } from "./match.ts";
import type { QuestionRanking, Ranking } from "./ranker.ts";
import { type Reading, readRanking } from "./reading.ts";

/** Most troubles that a message is split into. */
const maxTroubles = 3;
/** Minimum known share of a sentence to be decided by itself. */
const minClearlyUnderstood = 0.6;
/** Minimum probability that a clause of a question of ours is ours; clauses hardly ever name what they are about. */
const minOursOfClause = 0.5;
/** The same of a clause beside one that is surely ours: people say "and lost my phone" then. */
const minOursBesideSure = 0.3;
/** Two choices that share at most this share of what they lead to are different troubles: both may end at one rare option. */
const maxSharedMeanings = 0.5;
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
    const { ours, certainty } = decided;
    const reordered = putFirst(entries, candidates);
    return { ours, certainty, outcome: "suggest", entries, several: true, candidates: reordered, names };
  }
  const option = optionOfClause(reading, decided, clauses, options);
  if (option !== undefined) {
    const { ours, certainty } = decided;
    return { ours, certainty, outcome: "answer", entry: option, candidates, names };
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
    const ofClauses = troublesOfClauses(clauses(), options);
    if (ofClauses.length > 1) return ofClauses;
  }
  if (distinct.length > 1) return distinct;
  return [...ofSentences].sort((one, other) => other.certainty - one.certainty).slice(0, 1);
}

/** What the clauses of a message clearly speak of; less is asked of each beside one that is surely ours. */
function troublesOfClauses(clauses: readonly Ranking[], options: DecideOptions): readonly Trouble[] {
  const found = clauses.flatMap((clause) => clearTrouble(clause, options, minOursBesideSure));
  const isSure = found.some(({ ours }) => ours >= options.calibration.cuts.sureOurs);
  const minOurs = isSure ? minOursBesideSure : minOursOfClause;
  return withoutRelated(
    found.filter(({ ours }) => ours >= minOurs),
    options,
  );
}

/** Minimum probabilities that the best candidate is ours and right, to be the answer to a choice that a clause asks for. */
const minOursOfOption = 0.6;
const minCertaintyOfOption = 0.8;

/**
 * The likeliest entry of a message that is not sure of it, if it is an option of the choice that a clause clearly asks for:
 * the rest of the message says which ("lost my phone, I sign in with my email").
 */
function optionOfClause(
  reading: Reading,
  { outcome, ours, certainty }: Decided,
  clauses: () => readonly Ranking[],
  options: DecideOptions,
): string | undefined {
  if (outcome !== "suggest" || ours < minOursOfOption || certainty < minCertaintyOfOption) return undefined;
  const best = reading.ours.shares[0]?.entry ?? "";
  const { choices, families } = options.relations;
  if (choices.has(best)) return undefined;
  const asked = clauses().flatMap((clause) => clearTrouble(clause, options, minOursBesideSure));
  const isOption = asked.some(({ entry }) =>
    families.some(({ choice, members }) => choice === entry && members.has(best)),
  );
  return isOption ? best : undefined;
}

/** What a part of a message clearly speaks of: an answer of ours, or a choice. */
function clearTrouble(part: Ranking, options: DecideOptions, minOurs?: number): readonly Trouble[] {
  const { calibration, relations, home } = options;
  if (part.understood < minClearlyUnderstood) return [];
  const { cuts } = calibration;
  const reading = readRanking(part, relations);
  const [decided] = [cuts.sureOurs, minOurs ?? cuts.sureOurs]
    .map((sureOurs) => ({ ...calibration, cuts: { ...cuts, sureOurs } }))
    .map((each) => decideOne(reading, { ...options, calibration: each }))
    .flatMap((each) => (each.outcome === "answer" || each.outcome === "choice" ? [each] : []));
  if (!decided || decided.ours < (minOurs ?? 0)) return [];
  return relations.elsewhere.has(decided.entry) || decided.entry === home ? [] : [decided];
}

/** Leaves out what means the same as, or leads to much the same as, one before it. */
function withoutRelated(troubles: readonly Trouble[], { relations }: DecideOptions): readonly Trouble[] {
  const meaningsBehind = (entry: string) => [
    ...new Set((relations.answersBehind.get(entry) ?? [entry]).map(relations.meaningOf)),
  ];
  const overlap = (one: string, other: string) => {
    const areChoices = relations.choices.has(one) && relations.choices.has(other);
    if (areChoices ? isOptionOf(relations, one, other) : relations.areRelated(one, other)) return true;
    const [fewer, more] = [meaningsBehind(one), meaningsBehind(other)].sort((a, b) => a.length - b.length);
    const shared = fewer?.filter((meaning) => more?.includes(meaning)) ?? [];
    return shared.length > (fewer?.length ?? 0) * maxSharedMeanings;
  };
  return troubles.filter(
    ({ entry }, index) => !troubles.slice(0, index).some((before) => overlap(entry, before.entry)),
  );
}

/** Whether one of two choices is an option of the other; two options of a third one are different troubles. */
function isOptionOf({ families }: EntryRelations, one: string, other: string): boolean {
  return families.some(
    ({ choice, members }) => (choice === one && members.has(other)) || (choice === other && members.has(one)),
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
