import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { type Calibration, calibrateOnPhrases, calibrateOnQuestions } from "./calibrate.ts";
import { relateEntries } from "./entry-relations.ts";
import { createRank, type Document, type RankerModel, toDocument, trainRanker } from "./ranker.ts";
import { createFindMeanings } from "./synonyms.ts";

/** Everything learned from the knowledge, as plain data that can be stored. */
export interface Model {
  readonly ranker: RankerModel;
  readonly calibration: Calibration;
}

/**
 * Learns the phrases and titles of the knowledge. Deterministic, bit for bit. Takes seconds: one training for each fold of
 * the calibration, and one for everything.
 */
export function learnModel(knowledge: Knowledge): Model {
  const documents = documentsOf(knowledge);
  const relations = relateEntries(knowledge.entries, knowledge.home);
  const ranker = trainRanker(documents);
  const { questions } = knowledge;
  const calibration =
    questions.length > 0
      ? calibrateOnQuestions(questions, createRank(ranker, knowledge), relations)
      : calibrateOnPhrases(documents, relations);
  return { ranker, calibration };
}

/** Learns only the ranker, with a single training. */
export function learnRanker(knowledge: Knowledge): RankerModel {
  return trainRanker(documentsOf(knowledge));
}

function documentsOf({ entries, synonyms }: Knowledge): readonly Document[] {
  const findMeanings = createFindMeanings(synonyms);
  return entries.flatMap((entry) =>
    textsOf(entry).flatMap(([, text]) =>
      [text.title, ...text.phrases].map((phrase) => toDocument(phrase, entry.id, findMeanings)),
    ),
  );
}
