import type { Knowledge } from "../knowledge/knowledge.ts";
import { createDecide, createRankQuestion } from "../matching/matcher.ts";
import type { Model } from "../matching/model.ts";
import { createJudge, type Question, type Verdict } from "./judge.ts";

/** The verdicts on some questions if the cut `sureOurs` were another one. Each question is ranked only once. */
export function createVerdictsAt(
  questions: readonly Question[],
  knowledge: Knowledge,
  { ranker, calibration }: Model,
): (sureOurs: number) => readonly Verdict[] {
  const judge = createJudge(knowledge);
  const rank = createRankQuestion(knowledge, ranker);
  const ranked = questions.map((question) => {
    const ranking = rank(question.text);
    const clauses = ranking.clauses();
    return { question, ranking: { ...ranking, clauses: () => clauses } };
  });
  return (sureOurs) => {
    const decide = createDecide(knowledge, { ...calibration, cuts: { ...calibration.cuts, sureOurs } });
    return ranked.map(({ question, ranking }) => judge(question, decide(ranking)));
  };
}
