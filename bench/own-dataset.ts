import path from "node:path";
import { textsOf } from "../src/knowledge/knowledge.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { type Dataset, toIntents, toQuestion } from "./dataset.ts";
import { createRandom, shuffled } from "./random.ts";
import { varyPhrase } from "./typos.ts";

export const foldCount = 5;
const folder = path.join(import.meta.dirname, "..", "knowledge");

/**
 * Our own knowledge in five folds: each fifth of the phrases is held back in turn, so that every phrase is asked
 * once without having been learned. Titles are always learned and never asked.
 */
export function foldOwnDataset(): readonly Dataset[] {
  const { entries } = loadKnowledge(folder);
  const texts = entries.flatMap((entry) =>
    textsOf(entry).map(([group, { title, phrases }]) => ({ id: entry.id, group, title, phrases })),
  );
  const titles = texts.map(({ id, title }) => ({ text: title, intent: id }));
  const phrases = shuffled(
    texts.flatMap(({ id, group, phrases }) => phrases.map((text) => ({ text, intent: id, group }))),
    createRandom(1),
  );
  return Array.from({ length: foldCount }, (_, fold) => {
    const random = createRandom(fold);
    const heldBack = phrases.filter((_phrase, index) => index % foldCount === fold);
    const learned = phrases.filter((_phrase, index) => index % foldCount !== fold);
    return {
      intents: toIntents([...titles, ...learned]),
      questions: heldBack.map((phrase) => toQuestion(phrase, phrase.group, random)),
      outOfScope: [],
    };
  });
}

/** The dataset with `times` as many phrases to learn: each one plus `times` - 1 variations. */
export function growPhrases({ intents, questions, outOfScope }: Dataset, times: number): Dataset {
  const random = createRandom(times);
  const grown = intents.map(({ id, phrases }) => {
    const variations = phrases.flatMap((phrase) =>
      Array.from({ length: times - 1 }, () => varyPhrase(phrase, random)),
    );
    return { id, phrases: [...phrases, ...variations] };
  });
  return { intents: grown, questions, outOfScope };
}

export function countPhrases({ intents }: Dataset): number {
  return intents.reduce((sum, { phrases }) => sum + phrases.length, 0);
}
