import type { EngineIntent } from "./engines/engine.ts";
import type { Random } from "./random.ts";
import { withTypos } from "./typos.ts";

/** A text with the intent it expresses. */
export interface LabelledText {
  readonly text: string;
  readonly intent: string;
}

/** A question that the engines were not trained on, as typed and with typos. */
export interface TestQuestion extends LabelledText {
  readonly mistyped: string;
  /** Results are reported by group: the language, for our own knowledge. */
  readonly group: string;
}

/** What the engines learn, and what they are then asked. */
export interface Dataset {
  readonly intents: readonly EngineIntent[];
  readonly questions: readonly TestQuestion[];
  /** Questions that express none of the intents. */
  readonly outOfScope: readonly string[];
}

export function toQuestion({ text, intent }: LabelledText, group: string, random: Random): TestQuestion {
  return { text, intent, group, mistyped: withTypos(text, random) };
}

/** Groups the phrases by intent. */
export function toIntents(labelled: readonly LabelledText[]): readonly EngineIntent[] {
  const phrases = new Map<string, string[]>();
  for (const { text, intent } of labelled) phrases.set(intent, [...(phrases.get(intent) ?? []), text]);
  return [...phrases].map(([id, texts]) => ({ id, phrases: texts }));
}
