import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { type Calibration, calibrate, likeliestFamily, signalsOfBest, signalsOfFamily } from "./calibrate.ts";
import { findKinship, type Kinship } from "./kinship.ts";
import type { Candidate, Match } from "./match.ts";
import { type Document, type Ranking, toDocument, trainRanker } from "./ranker.ts";

/** Finds the entry that a question means. Never throws, whatever the text. */
export type MatchQuestion = (question: string) => Match;

const suggestions = 3;

/** Learns the knowledge's phrases and titles; takes about as long as six trainings. */
export function createMatcher(knowledge: Knowledge): MatchQuestion {
  const documents = documentsOf(knowledge);
  const kinship = findKinship(knowledge.entries);
  const calibration = calibrate(documents, kinship);
  const rank = trainRanker(documents);
  const choices = new Set(kinship.families.map(({ choice }) => choice));
  const { home } = knowledge;
  return (question) => decide(rank(question), { calibration, kinship, choices, home });
}

function documentsOf(knowledge: Knowledge): readonly Document[] {
  return knowledge.entries.flatMap((entry) =>
    textsOf(entry).flatMap(([, text]) =>
      [text.title, ...text.phrases].map((phrase) => toDocument(phrase, entry.id)),
    ),
  );
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
  if (!first || ranking.information <= 0)
    return { outcome: "decline", candidates: withConfidence(ranking, 0) };

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
