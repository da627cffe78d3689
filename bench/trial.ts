import type { Intent } from "./engines/engine.ts";
import type { Random } from "./random.ts";
import { withTypos } from "./vary.ts";

/** A text and the intent that it means. */
export interface Labelled {
  readonly text: string;
  readonly intent: string;
}

/** A question that the engines have not seen, as it was typed and mistyped. */
export interface Question extends Labelled {
  readonly mistyped: string;
  /** Groups are counted apart: the languages of our own knowledge. */
  readonly group: string;
}

/** What the engines learn and are asked then. */
export interface Trial {
  readonly intents: readonly Intent[];
  readonly questions: readonly Question[];
  /** Questions that mean none of the intents. */
  readonly foreign: readonly string[];
}

export function toQuestion({ text, intent }: Labelled, group: string, random: Random): Question {
  return { text, intent, group, mistyped: withTypos(text, random) };
}

/** The phrases under what they mean. */
export function toIntents(labelled: readonly Labelled[]): readonly Intent[] {
  const phrases = new Map<string, string[]>();
  for (const { text, intent } of labelled) phrases.set(intent, [...(phrases.get(intent) ?? []), text]);
  return [...phrases].map(([id, texts]) => ({ id, phrases: texts }));
}
