import type { Entry } from "./entry.ts";
import { textsOf } from "./knowledge.ts";
import { textFile, type UnlocatedFault } from "./unlocated-fault.ts";

/** Reports languages whose questions about an entry are not as many as in the first one that has any. */
export function unequalQuestions(entry: Entry): readonly UnlocatedFault[] {
  const texts = textsOf(entry);
  const [first, model] = texts.find(([, { questions }]) => questions.length > 0) ?? [];
  if (first === undefined || !model) return [];
  return texts
    .filter(([, { questions }]) => questions.length !== model.questions.length)
    .map(([locale, { questions }]) => ({
      file: textFile(entry, locale),
      at: [],
      message: `## Questions: ${questions.length} here and ${model.questions.length} in ${first}.md: ask the same in each language`,
    }));
}
