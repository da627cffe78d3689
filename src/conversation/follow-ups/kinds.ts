import type { Signals } from "./evidence.ts";

/**
 * What a message after an answer is about: a part of the answer, something that no part answers, or another topic; or it
 * says that the answer did not help, or that it worked.
 */
export const followUpKinds = ["part", "nothing", "topic", "noHelp", "solved"] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

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
