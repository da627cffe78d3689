import type { Random } from "../../bench/random.ts";
import type { SoakFault } from "../platform.ts";
import type { SlackRound } from "./round-context.ts";

/** A Slack fault, injected while people ask. */
export interface SlackFault extends SoakFault {
  /** Injects the fault at random moments, while the questions are asked. */
  readonly inject?: (round: SlackRound, questions: number) => Promise<void>;
  /** Called before each question that arrives as an event. */
  readonly beforeEvent?: (round: SlackRound) => void;
  /** How many times the store fails to receive an event before it succeeds. */
  readonly storeFailures?: (random: Random) => number;
  /** Why a question asked this way may stay unanswered, or be answered twice. */
  readonly mayBeLost?: (way: string) => string | undefined;
  readonly mayBeDoubled?: (way: string) => string | undefined;
}
