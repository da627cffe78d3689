import { createKnowledge, type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import type { Calibration } from "../matching/calibrate.ts";
import { relateEntries } from "../matching/entry-relations.ts";
import type { Match } from "../matching/match.ts";
import { createMatcher } from "../matching/matcher.ts";
import { learnRanker } from "../matching/model.ts";
import { createJudge, type Question, toLabel, type Verdict } from "./judge.ts";

/** A phrase as a question, with the entry it stands in. */
interface HeldBack extends Question {
  readonly entry: string;
}

/** A phrase that was held back, and what became of it. */
export interface Trial extends Verdict {
  readonly question: HeldBack;
  readonly match: Match;
}

interface CrossValidation {
  readonly knowledge: Knowledge;
  /** That of the whole knowledge: it holds a dozen numbers, too few to remember a phrase by. */
  readonly calibration: Calibration;
  readonly folds: number;
}

/**
 * Holds back each phrase once and asks it of a matcher that learned the others; in each fold the same share of
 * every entry's phrases, so that an entry never lacks them all. Takes one training a fold.
 */
export function crossValidate({ knowledge, calibration, folds }: CrossValidation): readonly Trial[] {
  const judge = createJudge(knowledge);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isHeldBack = (index: number) => index % folds === fold;
    const questions = heldBack(knowledge, isHeldBack);
    const texts = new Set(questions.map(({ text }) => text));
    const kept = withPhrases(knowledge, (phrase, index) => !isHeldBack(index) && !texts.has(phrase));
    const match = createMatcher(kept, { ranker: learnRanker(kept), calibration });
    return questions.map((question) => {
      const found = match(question.text);
      return { ...judge(question, found), question, match: found };
    });
  });
}

/** The knowledge with just those phrases, told by their place in an entry's text. */
function withPhrases(knowledge: Knowledge, isKept: (phrase: string, index: number) => boolean): Knowledge {
  const { find: _, ...parts } = knowledge;
  const entries = knowledge.entries.map((entry) => ({
    ...entry,
    text: Object.fromEntries(
      textsOf(entry).map(([locale, text]) => [locale, { ...text, phrases: text.phrases.filter(isKept) }]),
    ),
  }));
  return createKnowledge({ ...parts, entries });
}

function heldBack(knowledge: Knowledge, isHeldBack: (index: number) => boolean): readonly HeldBack[] {
  const { entries, home } = knowledge;
  const { answersBehind } = relateEntries(entries, home);
  return entries
    .filter(({ id }) => id !== home)
    .flatMap((entry) => {
      const meant = answersBehind.get(entry.id) ?? [entry.id];
      const labels = [...new Set(meant.map((id) => toLabel(knowledge, id) ?? id))];
      return textsOf(entry).flatMap(([language, { phrases }]) =>
        phrases
          .filter((_, index) => isHeldBack(index))
          .map((text) => ({ text, language, labels, entry: entry.id })),
      );
    });
}
