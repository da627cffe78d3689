import { Worker } from "node:worker_threads";
import type { Locale } from "../answer/locale.ts";
import type { Fault } from "../knowledge/fault.ts";
import { KnowledgeError } from "../knowledge/fault.ts";
import { createKnowledge, type Knowledge, type KnowledgeParts } from "../knowledge/knowledge.ts";
import type { Model } from "../matching/model.ts";

/** The knowledge, and what was learned from that very knowledge. */
export interface LearnedKnowledge {
  readonly knowledge: Knowledge;
  readonly model: Model;
}

export interface LearnOptions {
  readonly knowledgeFolder: string;
  /** Where models are kept. */
  readonly dataFolder: string;
  /** Languages that every entry must have; without it, all that any entry has. */
  readonly languages?: readonly Locale[];
}

/** What the worker tells. */
export type WorkerMessage =
  | {
      readonly kind: "learned";
      readonly parts: KnowledgeParts;
      readonly model: Model;
      readonly cacheError?: string;
    }
  | { readonly kind: "faults"; readonly faults: readonly Fault[] };

/**
 * Reads and learns the knowledge beside the running process, which goes on answering meanwhile, and keeps the
 * model.
 * @throws KnowledgeError with every fault
 */
export function learnInWorker(
  options: LearnOptions,
  notify: (message: string) => void,
): Promise<LearnedKnowledge> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./start-worker.mjs", import.meta.url), { workerData: options });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the learning ended early (${code})`)));
    worker.once("message", (learned: WorkerMessage) => {
      switch (learned.kind) {
        case "learned":
          if (learned.cacheError !== undefined)
            notify(
              `The model can't be kept in DATA_DIR (${learned.cacheError}): the next start learns anew.`,
            );
          return resolve({ knowledge: createKnowledge(learned.parts), model: learned.model });
        case "faults":
          return reject(new KnowledgeError(options.knowledgeFolder, learned.faults));
      }
    });
  });
}
