import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { type Calibration, calibrate } from "./calibrate.ts";
import { findKinship } from "./kinship.ts";
import { type RankerModel, toDocument, trainRanker } from "./ranker.ts";
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
  const { entries, synonyms, home } = knowledge;
  const findMeanings = createFindMeanings(synonyms);
  const documents = entries.flatMap((entry) =>
    textsOf(entry).flatMap(([, text]) =>
      [text.title, ...text.phrases].map((phrase) => toDocument(phrase, entry.id, findMeanings)),
    ),
  );
  return {
    ranker: trainRanker(documents),
    calibration: calibrate(documents, findKinship(entries, home)),
  };
}
