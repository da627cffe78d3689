import path from "node:path";
import { createReplyContext } from "../src/conversation/replies/context.ts";
import { createResponder } from "../src/conversation/responder.ts";
import type { Responder } from "../src/conversation/types.ts";
import { textsOf } from "../src/knowledge/knowledge.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";

/** The knowledge that every bot of a soak uses. */
export interface SoakKnowledge {
  readonly responder: Responder;
  /** The folder with the learned model. */
  readonly modelFolder: string;
  /** Questions that people may ask. */
  readonly phrases: readonly string[];
  /** The bot's reply after a fault, in every language; it does not count as an answer. */
  readonly apologies: readonly string[];
}

const root = path.join(import.meta.dirname, "..");

/** Our own knowledge; the learned model is cached where the tests cache it. */
export async function prepareKnowledge(): Promise<SoakKnowledge> {
  const modelFolder = path.join(root, "node_modules", ".cache", "signpost");
  const { knowledge, model } = await loadWithModel(
    { knowledgeFolder: path.join(root, "knowledge"), dataFolder: modelFolder },
    () => {},
  );
  const entries = knowledge.entries.filter(({ id }) => id !== knowledge.home);
  const phrases = entries.flatMap((entry) => textsOf(entry).flatMap(([, text]) => text.phrases));
  const apologies = knowledge.languages.flatMap((locale) => {
    const { fault, delayed } = createReplyContext(knowledge, locale).strings;
    return [fault, delayed];
  });
  return { apologies, responder: createResponder(knowledge, model), modelFolder, phrases };
}
