import type { Answer } from "../answer/answer.ts";
import type { Fact } from "../answer/fact.ts";
import type { Locale } from "../answer/locale.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { DetectLanguage } from "../matching/detect-language.ts";
import type { MatchQuestion } from "../matching/matcher.ts";
import type { Effect, Input, Mode, PlaceKind, Reply } from "../platform.ts";
import type { Hear } from "./hear.ts";
import type { Context } from "./replies/context.ts";
import type { State } from "./state.ts";

/** What the conversation knows and can do; all of it pure. */
export interface Mind {
  readonly knowledge: Knowledge;
  readonly match: MatchQuestion;
  readonly hear: Hear;
  readonly detect: DetectLanguage;
}

/** Something said or pressed, by whom, and where. */
export interface Turn {
  readonly input: Input;
  readonly person: string;
  /** Who began the conversation; absent before its first reply. */
  readonly owner?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly addressed: boolean;
  /** What may be said to a message that begins a conversation without addressing the bot; absent: nothing. */
  readonly mode?: Mode;
  /** Set where others than the owner have written in the conversation. */
  readonly isCrowded?: true;
  readonly place: PlaceKind;
  /** The language this person chose at some time, in any conversation; it may no longer be there. */
  readonly chosen?: Locale;
  /** The channel's language, or else the platform's, or else the default: one that is spoken. */
  readonly locale: Locale;
}

/** What a turn leads to. */
export interface Step {
  readonly state: State;
  /** Set when the person chose a language with this turn. */
  readonly chosen?: Locale;
  readonly reply: Reply;
  readonly effects: readonly Effect[];
  readonly facts: readonly Fact[];
  /** Set when none of the entries that were suggested was meant. */
  readonly refusesAll?: true;
}

/** A turn while it is being answered: its language is settled. */
export interface Moment {
  readonly mind: Mind;
  readonly state: State;
  readonly turn: Turn;
  readonly context: Context;
}

/** What is said, before it is decided who sees it. */
export interface Said {
  readonly answer: Answer;
  /** What is remembered differently from now on. */
  readonly remember?: Partial<State>;
  readonly effects?: readonly Effect[];
  readonly facts?: readonly Fact[];
  /** Set when none of the entries that were suggested was meant. */
  readonly refusesAll?: true;
  /** Names a reply that did not help, so that it is not given twice in a row. */
  readonly fallback?:
    | "decline"
    | "suggest"
    | "blank"
    | "picture"
    | "number"
    | "unknown-button"
    | "gone"
    | "person";
  /** Whether it is worth saying where nobody spoke to the bot: wherever it may speak, or only where it may guess. */
  readonly unasked?: "says" | "guesses";
  /** Set when it is for everybody, where its asker alone would see it. */
  readonly isShared?: true;
}
