import type { Signals } from "./evidence.ts";
import { kindWeights } from "./kind-weights.ts";
import { type FollowUpKind, followUpKinds, type KindWeights } from "./kinds.ts";

/** How likely each kind is; they add up to 1. */
export type KindChances = Readonly<Record<FollowUpKind, number>>;

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
