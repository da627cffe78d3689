import path from "node:path";
import { textsOf } from "../src/knowledge/knowledge.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { createRandom, shuffled } from "./random.ts";
import { type Trial, toIntents, toQuestion } from "./trial.ts";
import { vary } from "./vary.ts";

const folds = 5;
const folder = path.join(import.meta.dirname, "..", "knowledge");

/**
 * Our own knowledge, a fifth of its phrases held back in turn, so that each phrase is asked once by someone who
 * has not read it. Titles are always learned and never asked.
 */
export function foldOwnKnowledge(): readonly Trial[] {
  const { entries } = loadKnowledge(folder);
  const texts = entries.flatMap((entry) =>
    textsOf(entry).map(([group, { title, phrases }]) => ({ id: entry.id, group, title, phrases })),
  );
  const titles = texts.map(({ id, title }) => ({ text: title, intent: id }));
  const phrases = shuffled(
    texts.flatMap(({ id, group, phrases }) => phrases.map((text) => ({ text, intent: id, group }))),
    createRandom(1),
  );
  return Array.from({ length: folds }, (_, fold) => {
    const random = createRandom(fold);
    const heldBack = phrases.filter((_phrase, index) => index % folds === fold);
    const learned = phrases.filter((_phrase, index) => index % folds !== fold);
    return {
      intents: toIntents([...titles, ...learned]),
      questions: heldBack.map((phrase) => toQuestion(phrase, phrase.group, random)),
      foreign: [],
    };
  });
}

/** The first fold with so many times the phrases, the others being variations of the first. */
export function grow({ intents, questions, foreign }: Trial, times: number): Trial {
  const random = createRandom(times);
  const grown = intents.map(({ id, phrases }) => {
    const variations = phrases.flatMap((phrase) =>
      Array.from({ length: times - 1 }, () => vary(phrase, random)),
    );
    return { id, phrases: [...phrases, ...variations] };
  });
  return { intents: grown, questions, foreign };
}

export function countPhrases({ intents }: Trial): number {
  return intents.reduce((sum, { phrases }) => sum + phrases.length, 0);
}
