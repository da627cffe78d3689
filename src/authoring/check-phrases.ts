import path from "node:path";
import { crossValidate } from "../evaluation/cross-validate.ts";
import type { Fault } from "../knowledge/fault.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { relateEntries } from "../matching/entry-relations.ts";
import type { Model } from "../matching/model.ts";

/** More folds come nearer to leaving out one phrase at a time, and take longer. */
const folds = 10;

/**
 * Phrases that, if they were not there, would be answered with an entry that no choice puts beside theirs: either
 * the phrase stands in the wrong entry, or an entry lacks phrases, or a choice is missing. The surest first. What an
 * entry refines counts as another one here: measurements take both for the same, but people read only one of them.
 */
export function checkPhrases(knowledge: Knowledge, { calibration }: Model): readonly Fault[] {
  const { families } = relateEntries(knowledge.entries, knowledge.home);
  const together = (one: string, other: string) =>
    families.some(({ members }) => members.has(one) && members.has(other));
  return crossValidate({ knowledge, calibration, folds })
    .flatMap(({ question: { entry: own, language, text }, match }) => {
      if (match.outcome !== "answer" || match.entry === own || together(own, match.entry)) return [];
      return [{ own, language, text, taken: match.entry, sure: match.candidates[0]?.confidence ?? 0 }];
    })
    .sort((a, b) => b.sure - a.sure)
    .map(({ own, language, text, taken }) => ({
      file: path.join(knowledge.find(own)?.folder ?? own, `${language}.md`),
      message: `"${text}" would be answered with ${taken}`,
    }));
}
