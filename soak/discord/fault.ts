import type { DiscordPerson } from "../../local/discord/people/person.ts";
import type { SoakFault } from "../platform.ts";
import type { DiscordRound } from "./round-context.ts";

/** A Discord fault, injected while people ask. */
export interface DiscordFault extends SoakFault {
  /** The ways to ask that work under this fault. Default: all. */
  readonly ways?: readonly string[];
  /** Whether the Developer Portal denies the message content intent. */
  readonly isIntentRefused?: boolean;
  readonly heartbeatIntervalMs?: number;
  /** Injects the fault at random moments, while the questions are asked. */
  readonly inject?: (round: DiscordRound, questions: number) => Promise<void>;
  /** Why a message may be lost; undefined if it may not. */
  readonly mayLoseMessages?: string;
  /** Called before each question. */
  readonly beforeAsking?: (round: DiscordRound, person: DiscordPerson) => void;
}
