import { createKnowledge, type Knowledge } from "../knowledge/knowledge.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import { readCached, writeCached } from "./cache.ts";
import { fingerprintOf, fingerprintOfFiles } from "./fingerprint.ts";
import { type LearnedKnowledge, type LearnOptions, learnInWorker } from "./learn-in-worker.ts";

/**
 * Loads the knowledge with its cached model. If there is none, learns it in a worker, which takes seconds.
 * @param notify called before learning, and if the model can't be cached
 * @throws KnowledgeError with every fault
 */
export async function loadWithModel(
  options: LearnOptions,
  notify: (message: string) => void,
): Promise<LearnedKnowledge> {
  const knowledge = loadCached(options);
  const model = readCached("model", options.dataFolder, fingerprintOf(knowledge));
  if (model) return { knowledge, model };
  notify("Learning the knowledge, which takes some seconds; it is kept for the next start.");
  return learnInWorker(options, notify);
}

/** Reads the knowledge as it was cached, or from its files, which takes a second or two. */
function loadCached({ knowledgeFolder, dataFolder, languages }: LearnOptions): Knowledge {
  const fingerprint = fingerprintOfFiles(knowledgeFolder, languages);
  const cached = readCached("knowledge", dataFolder, fingerprint);
  if (cached) return createKnowledge(cached);
  const knowledge = loadKnowledge(knowledgeFolder, languages && { languages });
  const { find: _, ...parts } = knowledge;
  try {
    writeCached("knowledge", dataFolder, fingerprint, parts);
  } catch {
    // The folder can't be written to: the model says so, and the next start reads the files again.
  }
  return knowledge;
}
