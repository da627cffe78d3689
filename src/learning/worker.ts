import { parentPort, workerData } from "node:worker_threads";
import { KnowledgeError } from "../knowledge/fault.ts";
import { learnModel, type Model } from "../matching/model.ts";
import { writeCached } from "./cache.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { LearnOptions, WorkerMessage } from "./learn-in-worker.ts";
import { loadCachedKnowledge, readCachedModel } from "./load-cached.ts";

const options: LearnOptions = workerData;
parentPort?.postMessage(learn(options));

function learn(options: LearnOptions): WorkerMessage {
  try {
    const knowledge = loadCachedKnowledge(options);
    const cached = readCachedModel(knowledge, options);
    const model = cached ?? learnModel(knowledge);
    const cacheError = cached ? undefined : tryToCache(options.dataFolder, fingerprintOf(knowledge), model);
    const { find: _, ...parts } = knowledge;
    return { kind: "learned", parts, model, ...(cacheError !== undefined && { cacheError }) };
  } catch (error) {
    if (error instanceof KnowledgeError) return { kind: "faults", faults: error.faults };
    throw error;
  }
}

/** @returns why the model could not be cached */
function tryToCache(folder: string, fingerprint: string, model: Model): string | undefined {
  try {
    writeCached("model", folder, fingerprint, model);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
