import { textsOf } from "../src/knowledge/knowledge.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { createRandom, shuffled } from "./random.ts";

/** Every phrase of our knowledge once, in an order that is random but the same at each run. */
export function shuffledPhrases(knowledgeFolder: string): readonly string[] {
  const { entries } = loadKnowledge(knowledgeFolder);
  const phrases = new Set(entries.flatMap((entry) => textsOf(entry).flatMap(([, { phrases }]) => phrases)));
  return shuffled([...phrases], createRandom(1));
}
