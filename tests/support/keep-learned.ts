import { loadKnowledge } from "../../src/knowledge/load.ts";
import { fingerprintOf } from "../../src/learning/fingerprint.ts";
import { keepModel } from "../../src/learning/kept-model.ts";
import type { Study, StudyOptions } from "../../src/learning/learn-in-worker.ts";
import { learnModel } from "../../src/matching/model.ts";

/** Learns and keeps a small knowledge here: the worker would take longer to start than to learn. */
export function keepLearned({ knowledgeFolder, dataFolder, languages }: StudyOptions): Study {
  const knowledge = loadKnowledge(knowledgeFolder, languages && { languages });
  const model = learnModel(knowledge);
  keepModel(dataFolder, fingerprintOf(knowledge), model);
  return { knowledge, model };
}
