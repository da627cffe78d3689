/** Something that people ask about, with example phrases. */
export interface EngineIntent {
  readonly id: string;
  readonly phrases: readonly string[];
}

/** A candidate for a question. Higher scores are better; their scale depends on the engine. */
interface RankedIntent {
  readonly id: string;
  readonly score: number;
}

/** Ranks the intents for a question, best first. Intents that do not match may be missing. */
export type RankIntents = (question: string) => readonly RankedIntent[] | Promise<readonly RankedIntent[]>;

/** A matcher that takes part in the comparison. */
export interface Engine {
  readonly name: string;
  /** Slow engines are asked only a sample, so that a run takes minutes and not hours. */
  readonly pace: "fast" | "slow";
  learn(intents: readonly EngineIntent[]): RankIntents | Promise<RankIntents>;
}
