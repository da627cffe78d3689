import type { Signals } from "./evidence.ts";
import { kindWeights } from "./kind-weights.ts";

/**
 * What a message after an answer is about: a part of the answer, something that no part answers, or another topic; or it
 * says that the answer did not help, or that it worked.
 */
export const followUpKinds = ["part", "nothing", "topic", "noHelp", "solved"] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** How likely each kind is; they add up to 1. */
export type KindChances = Readonly<Record<FollowUpKind, number>>;

/** What a signal says for each kind, in the order of `followUpKinds`, by how many deviations it is off its mean. */
interface SignalWeights {
  readonly name: keyof Signals;
  readonly mean: number;
  readonly deviation: number;
  readonly weights: readonly number[];
}

/** A multinomial logistic regression over all signals. */
export interface KindWeights {
  readonly bias: readonly number[];
  readonly signals: readonly SignalWeights[];
}

/** Which kind of follow-up a message is. */
export function judgeKind(
  signals: Signals,
  { bias, signals: weighed }: KindWeights = kindWeights,
): KindChances {
  const scores = followUpKinds.map((_, kind) =>
    weighed.reduce(
      (sum, { name, mean, deviation, weights }) =>
        sum + ((signals[name] - mean) / deviation) * (weights[kind] ?? 0),
      bias[kind] ?? 0,
    ),
  );
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const [part = 0, nothing = 0, topic = 0, noHelp = 0, solved = 0] = powers.map((power) => power / total);
  return { part, nothing, topic, noHelp, solved };
}
