import { createKnowledge, type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { findKinship } from "../matching/kinship.ts";
import { createMatcher } from "../matching/matcher.ts";
import { learnModel } from "../matching/model.ts";
import { createJudge, outOfScope, type Question, type Verdict } from "./judge.ts";

/** A phrase as a question, with the entry it stands in. */
export interface HeldBack extends Question {
  readonly entry: string;
}

/**
 * Holds back each phrase once and asks it of a matcher that learned the others; in each fold the same share of
 * every entry's phrases, so that an entry never lacks them all. Takes as long as so many learnings.
 */
export function crossValidate(
  knowledge: Knowledge,
  folds = 5,
): readonly (Verdict & { readonly question: HeldBack })[] {
  const judge = createJudge(knowledge);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isHeldBack = (index: number) => index % folds === fold;
    const kept = withPhrases(knowledge, (index) => !isHeldBack(index));
    const match = createMatcher(kept, learnModel(kept));
    return heldBack(knowledge, isHeldBack).map((question) => ({
      ...judge(question, match(question.text)),
      question,
    }));
  });
}

/** The knowledge with just those phrases, told by their place in an entry's text. */
function withPhrases(knowledge: Knowledge, isKept: (index: number) => boolean): Knowledge {
  const { find: _, ...parts } = knowledge;
  const entries = knowledge.entries.map((entry) => ({
    ...entry,
    text: Object.fromEntries(
      textsOf(entry).map(([locale, text]) => [
        locale,
        { ...text, phrases: text.phrases.filter((_phrase, index) => isKept(index)) },
      ]),
    ),
  }));
  return createKnowledge({ ...parts, entries });
}

function heldBack({ entries, home }: Knowledge, isHeldBack: (index: number) => boolean): readonly HeldBack[] {
  const { behind } = findKinship(entries, home);
  const refined = new Map(entries.map(({ id, refines }) => [id, refines ?? id]));
  return entries
    .filter(({ id }) => id !== home)
    .flatMap((entry) => {
      const meant = (behind.get(entry.id) ?? [entry.id]).map((id) => refined.get(id) ?? id);
      const labels = entry.kind === "elsewhere" ? [outOfScope] : [...new Set(meant)];
      return textsOf(entry).flatMap(([language, { phrases }]) =>
        phrases
          .filter((_, index) => isHeldBack(index))
          .map((text) => ({ text, language, labels, entry: entry.id })),
      );
    });
}
