/** Something that can be asked about, with the ways in which people ask. */
export interface Intent {
  readonly id: string;
  readonly phrases: readonly string[];
}

/** An intent that a question may mean. Scores are the engine's own: more is better, and nothing else is sure. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
}

/** Ranks the intents for a question, best first; those that it finds nothing of may be missing. */
export type Ask = (question: string) => readonly Ranked[] | Promise<readonly Ranked[]>;

/** One of the matchers that are compared. */
export interface Engine {
  readonly name: string;
  /** Slow engines are asked a sample of the questions, so that a run takes minutes rather than hours. */
  readonly pace: "fast" | "slow";
  learn(intents: readonly Intent[]): Ask | Promise<Ask>;
}
