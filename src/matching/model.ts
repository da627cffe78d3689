import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { type Calibration, calibrate } from "./calibrate.ts";
import { relateEntries } from "./entry-relations.ts";
import { type Document, type RankerModel, toDocument, trainRanker } from "./ranker.ts";
import { createFindMeanings } from "./synonyms.ts";

/** Everything that was learned from the knowledge, as plain data that can be kept. */
export interface Model {
  readonly ranker: RankerModel;
  readonly calibration: Calibration;
}

/**
 * Learns the knowledge's phrases and titles. The same knowledge gives the same model, bit for bit. Takes
 * seconds: a training for each fold of the calibration, and one for all.
 */
export function learnModel(knowledge: Knowledge): Model {
  const documents = documentsOf(knowledge);
  const kinship = relateEntries(knowledge.entries, knowledge.home);
  return { ranker: trainRanker(documents), calibration: calibrate(documents, kinship) };
}

/** The ranking part of the model alone: a single training. */
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
