import { loadKnowledge } from "../../src/knowledge/load.ts";
import { writeCached } from "../../src/learning/cache.ts";
import { fingerprintOf } from "../../src/learning/fingerprint.ts";
import type { LearnedKnowledge, LearnOptions } from "../../src/learning/learn-in-worker.ts";
import { learnModel } from "../../src/matching/model.ts";

/** Learns and keeps a small knowledge here: the worker would take longer to start than to learn. */
export function keepLearned({ knowledgeFolder, dataFolder, languages }: LearnOptions): LearnedKnowledge {
  const knowledge = loadKnowledge(knowledgeFolder, languages && { languages });
  const model = learnModel(knowledge);
  writeCached("model", dataFolder, fingerprintOf(knowledge), model);
  return { knowledge, model };
}
