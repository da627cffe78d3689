import { areaUnderCurve } from "../src/lib/area-under-curve.ts";
import type { Dataset } from "./dataset.ts";
import type { Engine, RankIntents } from "./engines/engine.ts";

/** Where an engine ranked the right intent (0 is first), for the question as typed and with typos. */
interface QuestionResult {
  readonly group: string;
  readonly rank: number;
  readonly rankMistyped: number;
}

/** An engine's results on one dataset. */
export interface EngineResults {
  readonly questions: readonly QuestionResult[];
  /** How well the top score separates questions from out-of-scope ones (AUROC), if the dataset has any. */
  readonly separation: number | undefined;
}

/** Trains an engine and asks it the first questions and out-of-scope questions, at most `maxQuestions` of each. */
export async function evaluateEngine(
  engine: Engine,
  dataset: Dataset,
  maxQuestions: number,
): Promise<EngineResults> {
  const rankIntents = await engine.learn(dataset.intents);
  const results: QuestionResult[] = [];
  const own: number[] = [];
  for (const { text, mistyped, intent, group } of dataset.questions.slice(0, maxQuestions)) {
    const ranked = await rankIntents(text);
    const rankOf = (ranking: typeof ranked) => {
      const rank = ranking.findIndex(({ id }) => id === intent);
      return rank < 0 ? Number.POSITIVE_INFINITY : rank;
    };
    own.push(ranked[0]?.score ?? 0);
    results.push({ group, rank: rankOf(ranked), rankMistyped: rankOf(await rankIntents(mistyped)) });
  }
  const outOfScope = await scoresOf(dataset.outOfScope.slice(0, maxQuestions), rankIntents);
  return {
    questions: results,
    separation: outOfScope.length > 0 ? areaUnderCurve(own, outOfScope) : undefined,
  };
}

async function scoresOf(questions: readonly string[], rankIntents: RankIntents): Promise<readonly number[]> {
  const scores: number[] = [];
  for (const question of questions) scores.push((await rankIntents(question))[0]?.score ?? 0);
  return scores;
}

/** The share of ranks, 0 to 1, that are within the first `limit`. */
export function shareWithin(limit: number, ranks: readonly number[]): number {
  return ranks.filter((rank) => rank < limit).length / ranks.length;
}
