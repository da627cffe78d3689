import type { Ask } from "../knowledge/ask.ts";
import { toWords } from "../lib/normalise.ts";
import { createExpressions } from "../matching/expressions.ts";

/** What a text tells of the questions of the case forms: options by ask id. */
export type HearAnswers = (text: string) => Readonly<Record<string, string>>;

/** A question counts as answered if exactly one of its options is heard. */
export function createHear(asks: ReadonlyMap<string, Ask>): HearAnswers {
  const listeners = [...asks.values()].flatMap((ask) => {
    if (ask.kind !== "choice" || !ask.heard) return [];
    const options = Object.entries(ask.heard).map(([option, expressions]) => ({
      option,
      expressions: createExpressions(expressions),
    }));
    return [{ ask: ask.id, options }];
  });
  return (text) => {
    const words = toWords(text);
    return Object.fromEntries(
      listeners.flatMap(({ ask, options }) => {
        const [heard, other] = options.filter(({ expressions }) => expressions.isAmong(words));
        return heard && !other ? [[ask, heard.option]] : [];
      }),
    );
  };
}
