import path from "node:path";
import { createConverse } from "../src/conversation/converse.ts";
import { createMind } from "../src/conversation/mind.ts";
import { createContext } from "../src/conversation/replies/context.ts";
import { textsOf } from "../src/knowledge/knowledge.ts";
import { study } from "../src/learning/study.ts";
import { createSuggest } from "../src/matching/suggest.ts";
import type { Brain } from "../src/runtime/process-event.ts";

/** What all bots of a soak know. */
export interface Learned {
  readonly brain: Brain;
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
  const { knowledge, model } = await study(
    { knowledgeFolder: path.join(root, "knowledge"), dataFolder: folder },
    () => {},
  );
  const converse = createConverse(createMind(knowledge, model));
  const asked = knowledge.entries.filter(({ id }) => id !== knowledge.home);
  const phrases = asked.flatMap((entry) => textsOf(entry).flatMap(([, text]) => text.phrases));
  const apologies = knowledge.languages.map((locale) => createContext(knowledge, locale).words.fault);
  return { apologies, brain: { knowledge, converse, suggest: createSuggest(knowledge) }, folder, phrases };
}
