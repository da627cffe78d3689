import type { Random } from "../bench/random.ts";
import type { LeapingClock } from "./clock.ts";
import type { Learned } from "./learned.ts";

/** Something that goes wrong while people ask; how it does is the platform's. */
export interface Fault {
  readonly name: string;
  readonly transports: readonly string[];
  /** A process that can be killed; otherwise the bot runs inside this one. */
  readonly isProcess?: boolean;
}

/** Somebody's one question. */
export interface PlannedQuestion {
  readonly way: string;
  readonly text: string;
  /** Who asks; nobody else in the round is called so. */
  readonly name: string;
}

export interface Opening<F extends Fault> {
  readonly fault: F;
  readonly transport: string;
  readonly clock: LeapingClock;
  readonly random: Random;
  readonly learned: Learned;
  /** All that will be asked. */
  readonly wanted: readonly PlannedQuestion[];
}

/** Somebody who is ready to ask. */
export interface Asker {
  /** Asks; whether the platform itself told at once that it failed. */
  ask(): Promise<"taken" | "failed">;
  /** How many answers they have seen to what they asked. */
  answers(): number;
  /** Whether they have seen these words of the bot. */
  hasSeen(words: string): boolean;
  /** Why the question may go unanswered, or be answered twice, where it can't be otherwise. */
  excuse(kind: "lost" | "doubled"): string | undefined;
}

/** One round's platform, with the bot in it. */
export interface Stage {
  /** Gets somebody ready to ask. */
  prepare(wanted: PlannedQuestion): Promise<Asker>;
  /** What is to go wrong goes wrong, while the questions are asked. */
  strike(): Promise<void>;
  /** Lets everything come to rest: what waits to be told again, work under way, what was left for later. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** What a platform brings to a soak. */
export interface SoakPlatform<F extends Fault> {
  readonly faults: readonly F[];
  /** The ways to ask that there are under a fault. */
  waysUnder(fault: F): readonly string[];
  open(opening: Opening<F>): Promise<Stage>;
}
