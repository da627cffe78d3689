import type { Locale } from "../answer/locale.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import type { Model } from "../matching/model.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { readModel } from "./kept-model.ts";
import { learnInWorker } from "./learn-in-worker.ts";

/** The knowledge, and what was learned from that very knowledge. */
export interface Study {
  readonly knowledge: Knowledge;
  readonly model: Model;
}

export interface StudyOptions {
  readonly knowledgeFolder: string;
  /** Where models are kept. */
  readonly dataFolder: string;
  /** Languages that every entry must have; without it, all that any entry has. */
  readonly languages?: readonly Locale[];
}

/**
 * Reads the knowledge, and takes the model that is kept of it; where none is, learns it in a worker, which
 * takes seconds.
 * @param notify told before it takes long, and when a model can't be kept
 * @throws KnowledgeError with every fault
 */
export async function study(options: StudyOptions, notify: (message: string) => void): Promise<Study> {
  const { knowledgeFolder, dataFolder, languages } = options;
  const knowledge = loadKnowledge(knowledgeFolder, languages && { languages });
  const model = readModel(dataFolder, fingerprintOf(knowledge));
  if (model) return { knowledge, model };
  notify("Learning the knowledge, which takes some seconds; it is kept for the next start.");
  return learnInWorker(options, notify);
}
