import type { Answer } from "../answer/answer.ts";
import type { Fact } from "../answer/fact.ts";
import type { Locale } from "../answer/locale.ts";
import type { Suggest } from "../answer/suggestion.ts";
import type { Drafts } from "../cases/draft.ts";
import type { Handover } from "../cases/handover.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { DetectLanguage } from "../matching/detect-language.ts";
import type { MatchQuestion } from "../matching/matcher.ts";
import type { Address, Input, Mode, PlaceKind } from "../platform/incoming.ts";
import type { Effect, Reply, OutgoingAnswer as Saying } from "../platform/outcome.ts";
import type { IntentRecogniser } from "./recognise-intent.ts";
import type { ReplyContext } from "./replies/context.ts";
import type { State } from "./state.ts";

/** All that is made of one version of the knowledge, and exchanged as one when the knowledge is read again. All pure. */
export interface Responder {
  readonly knowledge: Knowledge;
  readonly match: MatchQuestion;
  readonly intents: IntentRecogniser;
  readonly detectLanguage: DetectLanguage;
  readonly suggest: Suggest;
  readonly converse: Converse;
}

/** What was said and done before, and now, to what is said next. */
export type Converse = (state: State, turn: Turn) => TurnResult;

/** Something said or pressed, by whom, and where. */
export interface Turn {
  /** The event's: nothing that happens twice has the same. */
  readonly id: string;
  readonly input: Input;
  readonly person: string;
  /** How others see the person, where it is known. */
  readonly name?: string;
  readonly address: Address;
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
  /** What the person told for cases. */
  readonly drafts?: Drafts;
  /** Set where there is a team to hand over to. */
  readonly team?: Team;
}

/** The team as a turn meets it. */
export interface Team {
  /** The language that it is written to in. */
  readonly locale: Locale;
  /** The handing over that the turn is about: a button names it, or the team's thread, or it is this person's last. */
  readonly handover?: Handover;
  /** Set in the team's thread about it. */
  readonly isTeamSide?: true;
}

/** A message beside the reply: to the team as something new, or to an address. */
interface Post {
  readonly to: Address | "team";
  readonly said: Saying;
}

/** What a turn leads to. */
export interface TurnResult {
  readonly state: State;
  /** Set when the person chose a language with this turn. */
  readonly chosen?: Locale;
  readonly reply: Reply;
  readonly effects: readonly Effect[];
  readonly facts: readonly Fact[];
  /** Set when none of the entries that were suggested was meant. */
  readonly refusesAll?: true;
  /** What is kept of the person's cases from now on; `none` where nothing is. */
  readonly drafts?: Drafts | "none";
  /** A handing over that began or changed. */
  readonly handover?: Handover;
  /** Sent before the reply; where that fails, `unsent` is said in its place, and nothing of the step is kept. */
  readonly post?: Post;
  readonly unsent?: Reply;
}

/** A turn while it is being answered: its language is settled. */
export interface TurnContext {
  readonly responder: Responder;
  readonly state: State;
  readonly turn: Turn;
  readonly context: ReplyContext;
}

/** What needs no words but something else: a form to fill in, or a message to take away. */
export interface WordlessReply {
  readonly reply: Exclude<Reply, { readonly kind: "answer" }>;
  readonly drafts?: Drafts;
  readonly facts?: readonly Fact[];
}

/** What is said, before it is decided who sees it. */
export interface ReplyDraft {
  readonly answer: Answer;
  /** What is remembered differently from now on. */
  readonly remember?: Partial<State>;
  readonly effects?: readonly Effect[];
  readonly facts?: readonly Fact[];
  readonly drafts?: TurnResult["drafts"];
  readonly handover?: Handover;
  readonly post?: Post;
  /** What is said where the post could not be sent. */
  readonly unsent?: Answer;
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
  /** Set when nobody else may see it: what leads to it where others read along, without its content. */
  readonly pointer?: Answer;
}
