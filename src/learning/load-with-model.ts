import { loadKnowledge } from "../knowledge/load.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type LearnedKnowledge, type LearnOptions, learnInWorker } from "./learn-in-worker.ts";
import { readCachedModel } from "./model-cache.ts";

/**
 * Loads the knowledge with its cached model. If there is none, learns it in a worker, which takes seconds.
 * @param notify called before learning, and if the model can't be cached
 * @throws KnowledgeError with every fault
 */
export async function loadWithModel(
  options: LearnOptions,
  notify: (message: string) => void,
): Promise<LearnedKnowledge> {
  const { knowledgeFolder, dataFolder, languages } = options;
  const knowledge = loadKnowledge(knowledgeFolder, languages && { languages });
  const model = readCachedModel(dataFolder, fingerprintOf(knowledge));
  if (model) return { knowledge, model };
  notify("Learning the knowledge, which takes some seconds; it is kept for the next start.");
  return learnInWorker(options, notify);
}
