import { type LearnedKnowledge, type LearnOptions, learnInWorker } from "./learn-in-worker.ts";
import { loadCachedKnowledge, readCachedModel } from "./load-cached.ts";

/**
 * Loads the knowledge with its cached model. If there is none, learns it in a worker, which takes seconds.
 * @param notify called before learning, and if the model can't be cached
 * @throws KnowledgeError with every fault
 */
export async function loadWithModel(
  options: LearnOptions,
  notify: (message: string) => void,
): Promise<LearnedKnowledge> {
  const knowledge = loadCachedKnowledge(options);
  const model = readCachedModel(knowledge, options);
  if (model) return { knowledge, model };
  notify("Learning the knowledge, which takes some seconds; it is kept for the next start.");
  return learnInWorker(options, notify);
}
