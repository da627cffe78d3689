import type { Answer } from "../answer/answer.ts";
import type { Fact, QuietReason } from "../answer/fact.ts";
import type { Locale } from "../answer/locale.ts";
import type { Suggest } from "../answer/suggestion.ts";
import type { Drafts } from "../cases/draft.ts";
import type { Handover } from "../cases/handover.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { DetectLanguage } from "../matching/detect-language.ts";
import type { MatchQuestion } from "../matching/matcher.ts";
import type { KindScores } from "../matching/message-kinds.ts";
import type { Address, Input, Mode, PlaceKind } from "../platform/incoming.ts";
import type { Effect, OutgoingAnswer, Reply } from "../platform/outcome.ts";
import type { FindParts } from "./follow-ups/find-part.ts";
import type { HearFollowUp } from "./follow-ups/hear-follow-up.ts";
import type { LaterPart } from "./follow-ups/later-part.ts";
import type { IsOwnQuestion } from "./for-the-team.ts";
import type { HearAnswers } from "./hear-answers.ts";
import type { Kept } from "./kept.ts";
import type { RecogniseLure } from "./lures/recognise-lure.ts";
import type { RecogniseForeign } from "./recognise-foreign.ts";
import type { IntentRecogniser } from "./recognise-intent.ts";
import type { ReplyContext } from "./replies/context.ts";
import type { Screen } from "./screen.ts";
import type { Asks } from "./speak-unasked.ts";
import type { State } from "./state.ts";

/**
 * All that is made of one version of the knowledge, and replaced as one when the knowledge is reloaded. All
 * pure.
 */
export interface Responder {
  readonly knowledge: Knowledge;
  readonly match: MatchQuestion;
  readonly asks: Asks;
  /** Whether words after the team's words are a question for the bot. */
  readonly isOwnQuestion: IsOwnQuestion;
  readonly hear: HearAnswers;
  readonly hearFollowUp: HearFollowUp;
  readonly findParts: FindParts;
  readonly laterPart: LaterPart;
  /** What a message after an answer sounds like; absent for a pack without follow-ups. */
  readonly soundsLike: ((text: string) => KindScores) | undefined;
  readonly intents: IntentRecogniser;
  readonly recogniseForeign: RecogniseForeign;
  readonly detectLanguage: DetectLanguage;
  readonly suggest: Suggest;
  readonly recogniseLure: RecogniseLure;
  readonly converse: Converse;
}

/** The state so far and this turn, to the reply and the next state. */
export type Converse = (state: State, turn: Turn) => TurnResult;

/** An event as the conversation takes it: who wrote or pressed what, and where. */
export interface Turn {
  /** The event's id. */
  readonly id: string;
  readonly input: Input;
  readonly person: string;
  /** The display name, if known. */
  readonly name?: string;
  readonly address: Address;
  /** Who began the conversation; absent before the first reply. */
  readonly owner?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly addressed: boolean;
  /** What the bot may say unasked to a message that begins a conversation; absent: nothing. */
  readonly mode?: Mode;
  /** Set if others than the owner have written in the conversation. */
  readonly isCrowded?: true;
  readonly place: PlaceKind;
  /** The language this person chose, in any conversation; it may have been removed. */
  readonly chosen?: Locale;
  /** The channel's language, or else the platform's, or else the default; always an available one. */
  readonly locale: Locale;
  /** The person's answers for support cases. */
  readonly drafts?: Drafts;
  /** Set if there is a team to hand over to. */
  readonly team?: Team;
  /** Whose bot it is, if that is set (TEAM_NAME). */
  readonly teamName?: string;
  /** What is kept of the person; set if the turn turned out to need it. */
  readonly kept?: Kept;
}

/** The team, as far as a turn needs it. */
export interface Team {
  /** The language that the team is written to in. */
  readonly locale: Locale;
  /** The handover that the turn is about: the one of the button, the team's thread, or this person's last. */
  readonly handover?: Handover;
  /** The handovers of the same person before it, the latest first, if it is this person's own. */
  readonly earlier?: readonly Handover[];
  /** Set if that handover was deleted, since its person wished to be forgotten. */
  readonly isForgotten?: true;
  /** Set in the team's thread. */
  readonly isTeamSide?: true;
  /** Set if every reply in the team's thread goes to the person, also without a mention. */
  readonly relaysAll?: true;
}

/** A message sent in addition to the reply: a new one to the team, or one to an address. */
interface TurnPost {
  readonly to: Address | "team";
  readonly content: OutgoingAnswer;
}

/** A message to an address beside the reply. If it can't be sent, that is logged and changes nothing. */
interface TurnNote {
  readonly to: Address;
  readonly answer: Answer;
}

/** What comes of a turn. */
export interface TurnResult {
  readonly state: State;
  /** Set if the person chose a language with this turn. */
  readonly chosen?: Locale;
  readonly reply: Reply;
  readonly effects: readonly Effect[];
  readonly facts: readonly Fact[];
  /** Set if none of the suggested entries was meant. */
  readonly rejectsSuggestions?: true;
  /** The person's drafts from now on; `none` deletes them. */
  readonly drafts?: Drafts | "none";
  /** A handover that began or changed. */
  readonly handover?: Handover;
  /** Sent before the reply. If that fails, the reply is `replyIfPostFails` and nothing else of the result is kept. */
  readonly post?: TurnPost;
  readonly replyIfPostFails?: Reply;
  /** Sent after the reply. */
  readonly note?: TurnNote;
  /** Set if the turn has to be asked for again, with what is kept of the person. */
  readonly needsKept?: true;
  /** Set if everything kept of the person is to be deleted, before the reply and in place of storing the state. */
  readonly forgets?: { readonly replyIfItFails: Reply };
}

/** A turn while it is being answered, with its language chosen. */
export interface TurnContext {
  readonly responder: Responder;
  readonly state: State;
  readonly turn: Turn;
  readonly context: ReplyContext;
}

/** A reply without an answer: a form to open, or a message to remove. */
export interface WordlessReply {
  readonly reply: Exclude<Reply, { readonly kind: "answer" }>;
  readonly drafts?: Drafts;
  readonly facts?: readonly Fact[];
}

/** A reply before it is decided who sees it. */
export interface ReplyDraft {
  readonly answer: Answer;
  /** Changes to the state. */
  readonly stateChanges?: Partial<State>;
  /** What the answer shows, if it can be shown again in another language. */
  readonly screen?: Screen;
  /** Set if it only shows again what is on the screen: the bot's question and the fallback stay. */
  readonly isAgain?: true;
  readonly effects?: readonly Effect[];
  readonly facts?: readonly Fact[];
  readonly drafts?: TurnResult["drafts"];
  readonly handover?: Handover;
  readonly post?: TurnPost;
  /** The answer if the post could not be sent. */
  readonly answerIfPostFails?: Answer;
  readonly note?: TurnNote;
  readonly needsKept?: TurnResult["needsKept"];
  /** Set if everything kept of the person is to be deleted. */
  readonly forgets?: { readonly answerIfItFails: Answer };
  /** Set if none of the suggested entries was meant. */
  readonly rejectsSuggestions?: true;
  /** Marks a reply that does not help, so that it is not given twice in a row. */
  readonly fallback?:
    | "decline"
    | "suggest"
    | "blank"
    | "picture"
    | "number"
    | "unknown-button"
    | "gone"
    | "person";
  /** Why the bot says nothing to a message that nobody addressed to it. */
  readonly keptQuiet?: QuietReason;
  /**
   * Whether the bot may say it unprompted: `sure` in any mode that speaks, `guess` only in the mode `all`.
   * Absent: never.
   */
  readonly unprompted?: "sure" | "guess";
  /**
   * Set if it is for a helper in the team's thread, whose words need not address the bot: for their eyes `alone`, or in the
   * `thread`.
   */
  readonly forHelper?: "alone" | "thread";
  /** Set if everybody may see it where otherwise only the asker would. */
  readonly isShared?: true;
  /** Set if nobody else may see it: the public notice, without its content. */
  readonly pointer?: Answer;
}
