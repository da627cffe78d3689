import path from "node:path";
import { createReplyContext } from "../src/conversation/replies/context.ts";
import { createResponder } from "../src/conversation/responder.ts";
import type { Responder } from "../src/conversation/types.ts";
import { textsOf } from "../src/knowledge/knowledge.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";

/** What all bots of a soak know. */
export interface Learned {
  readonly responder: Responder;
  /** Where its model lies. */
  readonly folder: string;
  /** What can be asked, and is answered also where nobody spoke to the bot. */
  readonly phrases: readonly string[];
  /** What is said where something broke, in every language: that is no answer. */
  readonly apologies: readonly string[];
}

const root = path.join(import.meta.dirname, "..");

/** Our own knowledge; what was learned of it is kept where the tests keep it. */
export async function learn(): Promise<Learned> {
  const folder = path.join(root, "node_modules", ".cache", "signpost");
  const { knowledge, model } = await loadWithModel(
    { knowledgeFolder: path.join(root, "knowledge"), dataFolder: folder },
    () => {},
  );
  const asked = knowledge.entries.filter(({ id }) => id !== knowledge.home);
  const phrases = asked.flatMap((entry) => textsOf(entry).flatMap(([, text]) => text.phrases));
  const apologies = knowledge.languages.map((locale) => createReplyContext(knowledge, locale).strings.fault);
  return { apologies, responder: createResponder(knowledge, model), folder, phrases };
}
