import { Worker } from "node:worker_threads";
import type { Locale } from "../answer/locale.ts";
import type { Fault } from "../knowledge/fault.ts";
import { KnowledgeError } from "../knowledge/fault.ts";
import { createKnowledge, type Knowledge, type KnowledgeParts } from "../knowledge/knowledge.ts";
import { builtProgram, locateModule } from "../lib/built-program.ts";
import type { Model } from "../matching/model.ts";

/** The knowledge and the model learned from it. */
export interface LearnedKnowledge {
  readonly knowledge: Knowledge;
  readonly model: Model;
}

export interface LearnOptions {
  readonly knowledgeFolder: string;
  /** The folder of the model cache. */
  readonly dataFolder: string;
  /** Languages that every entry must have; default: all that any entry has. */
  readonly languages?: readonly Locale[];
}

/** The worker's result. */
export type WorkerMessage =
  | {
      readonly kind: "learned";
      readonly parts: KnowledgeParts;
      readonly model: Model;
      readonly cacheError?: string;
    }
  | { readonly kind: "faults"; readonly faults: readonly Fault[] };

/** The sources are TypeScript, which a worker can't run by itself. */
const workerFile = locateModule(
  new URL(builtProgram === undefined ? "./start-worker.mjs" : "./worker.ts", import.meta.url),
);

/**
 * Loads and learns the knowledge in a worker, so that the process can go on answering, and caches the model.
 * @throws KnowledgeError with every fault
 */
export function learnInWorker(
  options: LearnOptions,
  notify: (message: string) => void,
): Promise<LearnedKnowledge> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: options });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the learning ended early (${code})`)));
    worker.once("message", (result: WorkerMessage) => {
      switch (result.kind) {
        case "learned":
          if (result.cacheError !== undefined)
            notify(
              `The model can't be kept in DATA_DIR (${result.cacheError}): the next start learns it again.`,
            );
          return resolve({ knowledge: createKnowledge(result.parts), model: result.model });
        case "faults":
          return reject(new KnowledgeError(options.knowledgeFolder, result.faults));
      }
    });
  });
}
