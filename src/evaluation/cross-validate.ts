import { createKnowledge, type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import type { Calibration } from "../matching/calibrate.ts";
import { relateEntries } from "../matching/entry-relations.ts";
import type { Match } from "../matching/match.ts";
import { createMatcher } from "../matching/matcher.ts";
import { learnRanker } from "../matching/model.ts";
import { createJudge, type Question, toLabel, type Verdict } from "./judge.ts";

/** A phrase as a question, with its entry. */
interface HeldBack extends Question {
  readonly entry: string;
}

/** A held-back phrase and its result. */
export interface Trial extends Verdict {
  readonly question: HeldBack;
  readonly match: Match;
}

interface CrossValidation {
  readonly knowledge: Knowledge;
  /** That of the whole knowledge: a dozen numbers can't leak a phrase. */
  readonly calibration: Calibration;
  readonly folds: number;
}

/**
 * Holds back each phrase once, and matches it with a matcher that learned the others. Each fold takes the same share of every
 * entry's phrases, so that no entry loses all of them. Takes one training per fold.
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
      const result = match(question.text);
      return { ...judge(question, result), question, match: result };
    });
  });
}

/** The knowledge with only some phrases, selected by text and by index within the entry's text. */
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
      const answers = answersBehind.get(entry.id) ?? [entry.id];
      const labels = [...new Set(answers.map((id) => toLabel(knowledge, id) ?? id))];
      return textsOf(entry).flatMap(([language, { phrases }]) =>
        phrases
          .filter((_, index) => isHeldBack(index))
          .map((text) => ({ text, language, labels, entry: entry.id })),
      );
    });
}
