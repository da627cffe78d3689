import path from "node:path";
import { crossValidate } from "../evaluation/cross-validate.ts";
import type { Fault } from "../knowledge/fault.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { relateEntries } from "../matching/entry-relations.ts";
import type { Model } from "../matching/model.ts";

/** More folds are closer to leaving out one phrase at a time, and slower. */
const folds = 10;

/**
 * Phrases that would be answered with another entry if they were missing, unless both entries belong to one choice: the
 * phrase is in the wrong entry, an entry lacks phrases, or a choice is missing. Most confident first. Unlike in the
 * evaluation, an entry that refines another counts as a different one.
 */
export function checkPhrases(knowledge: Knowledge, { calibration }: Model): readonly Fault[] {
  const { families } = relateEntries(knowledge.entries, knowledge.home);
  const inOneChoice = (one: string, other: string) =>
    families.some(({ members }) => members.has(one) && members.has(other));
  return crossValidate({ knowledge, calibration, folds })
    .flatMap(({ question: { entry: own, language, text }, match }) => {
      if (match.outcome !== "answer" || match.entry === own || inOneChoice(own, match.entry)) return [];
      return [{ own, language, text, taken: match.entry, confidence: match.candidates[0]?.confidence ?? 0 }];
    })
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ own, language, text, taken }) => ({
      file: path.join(knowledge.find(own)?.folder ?? own, `${language}.md`),
      message: `"${text}" would be answered with ${taken}`,
    }));
}
