import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { type LearnedKnowledge, type LearnOptions, learnInWorker } from "./learn-in-worker.ts";
import { loadCachedKnowledge, readCachedModel } from "./load-cached.ts";

/**
 * Told before learning, with the seconds that it will take on an ordinary machine, and if the model can't be cached.
 */
export type NotifyOfLearning = (message: string, seconds?: number) => void;

/**
 * Loads the knowledge with its cached model. If there is none, learns it in a worker, which takes seconds.
 * @throws KnowledgeError with every fault
 */
export async function loadWithModel(
  options: LearnOptions,
  notify: NotifyOfLearning,
): Promise<LearnedKnowledge> {
  const knowledge = loadCachedKnowledge(options);
  const model = readCachedModel(knowledge, options);
  if (model) return { knowledge, model };
  const seconds = learningSeconds(knowledge);
  notify(`Learning the knowledge, which takes about ${seconds} s; it is kept for the next start.`, seconds);
  return learnInWorker(options, notify);
}

/** Measured in November 2026: 3.3 s for 10,400 phrases, the worker's start among them. */
function learningSeconds({ entries }: Knowledge): number {
  const phrases = entries.flatMap(textsOf).reduce((total, [, text]) => total + text.phrases.length, 0);
  return Math.ceil(1 + phrases / 3500);
}
