import type { Ask, Engine } from "./engines/engine.ts";
import type { Trial } from "./trial.ts";

/** How a question was answered: the place of what it means (0 is the first), as typed and mistyped. */
export interface Outcome {
  readonly group: string;
  readonly place: number;
  readonly placeMistyped: number;
}

/** What an engine made of a trial. */
export interface Examined {
  readonly outcomes: readonly Outcome[];
  /** How well the score of the best tells questions of ours from foreign ones, where there are such. */
  readonly separation: number | undefined;
}

/** Teaches an engine and asks it; of questions and foreign ones the first so many each. */
export async function examine(engine: Engine, trial: Trial, sample: number): Promise<Examined> {
  const ask = await engine.learn(trial.intents);
  const outcomes: Outcome[] = [];
  const own: number[] = [];
  for (const { text, mistyped, intent, group } of trial.questions.slice(0, sample)) {
    const ranked = await ask(text);
    const placeIn = (ranking: typeof ranked) => {
      const place = ranking.findIndex(({ id }) => id === intent);
      return place < 0 ? Number.POSITIVE_INFINITY : place;
    };
    own.push(ranked[0]?.score ?? 0);
    outcomes.push({ group, place: placeIn(ranked), placeMistyped: placeIn(await ask(mistyped)) });
  }
  const foreign = await scoresOf(trial.foreign.slice(0, sample), ask);
  return { outcomes, separation: foreign.length > 0 ? areaUnderCurve(own, foreign) : undefined };
}

async function scoresOf(questions: readonly string[], ask: Ask): Promise<readonly number[]> {
  const scores: number[] = [];
  for (const question of questions) scores.push((await ask(question))[0]?.score ?? 0);
  return scores;
}

/** The chance that a positive has a higher score than a negative; a tie counts half. */
function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const positive of positives) {
    for (const negative of negatives) {
      if (positive > negative) wins += 1;
      if (positive === negative) wins += 0.5;
    }
  }
  return wins / (positives.length * negatives.length);
}

/** The share of questions, 0 to 1, whose meaning was among the first so many. */
export function shareWithin(limit: number, places: readonly number[]): number {
  return places.filter((place) => place < limit).length / places.length;
}
