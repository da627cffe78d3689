import { parentPort, workerData } from "node:worker_threads";
import { KnowledgeError } from "../knowledge/fault.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import { learnModel, type Model } from "../matching/model.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { keepModel, readModel } from "./kept-model.ts";
import type { Learned, StudyOptions } from "./learn-in-worker.ts";

const options: StudyOptions = workerData;
parentPort?.postMessage(learn(options));

function learn({ knowledgeFolder, dataFolder, languages }: StudyOptions): Learned {
  try {
    const knowledge = loadKnowledge(knowledgeFolder, languages && { languages });
    const fingerprint = fingerprintOf(knowledge);
    const kept = readModel(dataFolder, fingerprint);
    const model = kept ?? learnModel(knowledge);
    const unkept = kept ? undefined : tryToKeep(dataFolder, fingerprint, model);
    const { find: _, ...parts } = knowledge;
    return { kind: "learned", parts, model, ...(unkept !== undefined && { unkept }) };
  } catch (error) {
    if (error instanceof KnowledgeError) return { kind: "faults", faults: error.faults };
    throw error;
  }
}

/** @returns why it could not be kept */
function tryToKeep(folder: string, fingerprint: string, model: Model): string | undefined {
  try {
    keepModel(folder, fingerprint, model);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
