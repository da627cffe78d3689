import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { type Calibration, calibrate, likeliestFamily, signalsOfBest, signalsOfFamily } from "./calibrate.ts";
import { findKinship, type Kinship } from "./kinship.ts";
import type { Candidate, Match } from "./match.ts";
import { type Document, type Ranking, toDocument, trainRanker } from "./ranker.ts";

/** Finds the entry that a question means. Never throws, whatever the text. */
export type MatchQuestion = (question: string) => Match;

const suggestions = 3;
/** The part of a question, 0 to 1, that the phrases must know for it to be theirs at all. */
const understoodAtLeast = 0.15;
/** The part of a sentence that must be known for it to count by itself. */
const clearFrom = 0.6;

/** Learns the knowledge's phrases and titles; takes about as long as six trainings. */
export function createMatcher(knowledge: Knowledge): MatchQuestion {
  const documents = documentsOf(knowledge);
  const kinship = findKinship(knowledge.entries);
  const calibration = calibrate(documents, kinship);
  const rank = trainRanker(documents);
  const choices = new Set(kinship.families.map(({ choice }) => choice));
  const { home } = knowledge;
  const judgement: Judgement = { calibration, kinship, choices, home };
  return (question) => {
    const { whole, sentences } = rank(question);
    const clear = sentences.filter(({ understood }) => understood >= clearFrom);
    return combine(
      decide(whole, judgement),
      clear.map((sentence) => decide(sentence, judgement)),
      kinship,
    );
  };
}

function documentsOf(knowledge: Knowledge): readonly Document[] {
  return knowledge.entries.flatMap((entry) =>
    textsOf(entry).flatMap(([, text]) =>
      [text.title, ...text.phrases].map((phrase) => toDocument(phrase, entry.id)),
    ),
  );
}

/**
 * A message that speaks clearly of several things is not answered as if it were one: each is offered. One clear
 * sentence among unclear ones decides.
 */
function combine(whole: Match, sentences: readonly Match[], { akin }: Kinship): Match {
  const clear = sentences
    .flatMap((match) => (match.outcome === "answer" ? [match] : []))
    .sort((one, other) => (other.candidates[0]?.confidence ?? 0) - (one.candidates[0]?.confidence ?? 0))
    .map(({ entry }) => entry);
  const distinct = clear.filter((entry, index) => !clear.slice(0, index).some((other) => akin(entry, other)));
  if (distinct.length > 1) {
    const entries = distinct.slice(0, suggestions);
    return { outcome: "suggest", entries, candidates: putFirst(entries, whole.candidates) };
  }
  const [only] = distinct;
  if (only === undefined || (whole.outcome !== "suggest" && whole.outcome !== "decline")) return whole;
  return { outcome: "answer", entry: only, candidates: putFirst([only], whole.candidates) };
}

/** The candidates with some entries before all others; the confidences stay in their order. */
function putFirst(first: readonly string[], candidates: readonly Candidate[]): readonly Candidate[] {
  const others = candidates.map(({ entry }) => entry).filter((entry) => !first.includes(entry));
  return [...first, ...others].map((entry, index) => ({
    entry,
    confidence: candidates[index]?.confidence ?? 0,
  }));
}

interface Judgement {
  readonly calibration: Calibration;
  readonly kinship: Kinship;
  readonly choices: ReadonlySet<string>;
  /** The front page: answered when it is asked for, never offered as "did you mean". */
  readonly home: string | undefined;
}

function decide(ranking: Ranking, { calibration, kinship, choices, home }: Judgement): Match {
  const [first] = ranking.candidates;
  if (!first || ranking.information <= 0 || ranking.understood < understoodAtLeast) {
    return { outcome: "decline", candidates: withConfidence(ranking, 0) };
  }

  const confidence = calibration.ofBest(signalsOfBest(ranking));
  const candidates = withConfidence(ranking, confidence);
  if (confidence >= calibration.answerFrom) {
    return { outcome: choices.has(first.entry) ? "choice" : "answer", entry: first.entry, candidates };
  }
  const family = likeliestFamily(ranking, kinship);
  if (family && calibration.ofFamily(signalsOfFamily(ranking, family.share)) >= calibration.chooseFrom) {
    return { outcome: "choice", entry: family.choice, candidates };
  }
  if (confidence >= calibration.suggestFrom) {
    const offered = candidates.map(({ entry }) => entry).filter((entry) => entry !== home);
    return { outcome: "suggest", entries: offered.slice(0, suggestions), candidates };
  }
  return { outcome: "decline", candidates };
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
