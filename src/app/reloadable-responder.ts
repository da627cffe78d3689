import { createResponder } from "../conversation/responder.ts";
import type { Responder } from "../conversation/types.ts";
import { type LearnedKnowledge, type LearnOptions, learnInWorker } from "../learning/learn-in-worker.ts";
import { loadWithModel, type NotifyOfLearning } from "../learning/load-with-model.ts";
import type { Logger } from "../lib/logger.ts";

/** What came of a reload. If the new knowledge is unusable, the old one stays in use. */
export type Reloaded = { readonly kind: "read" } | { readonly kind: "unusable"; readonly error: unknown };

/** The responder in use, and the way to exchange it. */
export interface ReloadableResponder {
  current(): Responder;
  /** Reads and learns the knowledge in a worker. The old responder answers until the new one is complete. */
  reload(): Promise<Reloaded>;
}

interface ReloadableOptions {
  readonly folders: LearnOptions;
  readonly log: Logger;
  /** Told about what takes long. */
  readonly notify: NotifyOfLearning;
  /** Throws if the knowledge does not fit the settings; called before anything is learned. */
  readonly check: () => void;
  /** What is put around each responder, to measure it. */
  readonly measure?: (responder: Responder) => Responder;
}

/** @throws KnowledgeError with every fault, and what `check` throws */
export async function createReloadableResponder({
  folders,
  log,
  notify,
  check,
  measure = (responder) => responder,
}: ReloadableOptions): Promise<ReloadableResponder> {
  check();
  const responderOf = (learned: LearnedKnowledge) => measure(responderFrom(learned));
  let responder = responderOf(await loadWithModel(folders, notify));
  const readAgain = async (): Promise<Reloaded> => {
    try {
      check();
      responder = responderOf(await learnInWorker(folders, notify));
      log.info({ entries: responder.knowledge.entries.length }, "knowledge: reloaded");
      return { kind: "read" };
    } catch (error) {
      log.error({ err: error }, "knowledge: reload failed, the old one stays in use");
      return { kind: "unusable", error };
    }
  };
  /** Reloads run one after the other, so that the last edit wins. */
  let reloading: Promise<unknown> = Promise.resolve();
  return {
    current: () => responder,
    reload: () => {
      const next = reloading.then(readAgain);
      reloading = next;
      return next;
    },
  };
}

function responderFrom({ knowledge, model }: LearnedKnowledge): Responder {
  return createResponder(knowledge, model);
}
