import type { Random } from "../bench/random.ts";
import type { SoakKnowledge } from "./knowledge.ts";
import type { SkippableClock } from "./skippable-clock.ts";

/** A kind of fault, injected while people ask. Each platform defines its own. */
export interface SoakFault {
  readonly name: string;
  readonly transports: readonly string[];
  /** Whether the bot runs as a child process that can be killed. Default: inside this process. */
  readonly needsProcess?: boolean;
  /** Whether an apology instead of an answer is right: the person knows, and may ask again. Default: no. */
  readonly mayApologise?: boolean;
}

/** A question that one person is going to ask. */
export interface PlannedQuestion {
  /** How it is asked, e.g. "command" or "dm". */
  readonly way: string;
  readonly text: string;
  /** Who asks; unique within the round. */
  readonly name: string;
}

export interface RoundEnvironmentOptions<F extends SoakFault> {
  readonly fault: F;
  readonly transport: string;
  readonly clock: SkippableClock;
  readonly random: Random;
  readonly knowledge: SoakKnowledge;
  /** Every question of the round. */
  readonly questions: readonly PlannedQuestion[];
}

/** A simulated person with one question. */
export interface Asker {
  /** Asks the question. "failed" if the platform reports a failure at once. */
  ask(): Promise<"taken" | "failed">;
  /** How many answers to the question the person sees. */
  countAnswers(): number;
  /** Whether the person sees a message of the bot with this text. */
  hasSeen(text: string): boolean;
  /** Why a lost or doubled answer is unavoidable here; undefined if it is a bug. */
  excuse(kind: "lost" | "doubled"): string | undefined;
}

/** A local platform with the bot installed, for one round. */
export interface RoundEnvironment {
  /** Prepares a person to ask. */
  prepareAsker(question: PlannedQuestion): Promise<Asker>;
  /** Injects the round's faults while the questions are asked. */
  injectFaults(): Promise<void>;
  /** Waits until redeliveries, work in flight and deferred posts are done. */
  waitUntilIdle(): Promise<void>;
  close(): Promise<void>;
}

/** What a platform provides to be soaked. */
export interface SoakPlatform<F extends SoakFault> {
  readonly faults: readonly F[];
  /** The ways to ask a question that work under a fault. */
  waysUnder(fault: F): readonly string[];
  startEnvironment(options: RoundEnvironmentOptions<F>): Promise<RoundEnvironment>;
}
