import type { Locale } from "../answer/locale.ts";
import type { Drafts } from "../cases/draft.ts";
import type { Handover } from "../cases/handover.ts";

/** What is kept of a person, beside the turn that asks for it. */
export interface Kept {
  /** How many conversations have a state, without the one that asks. */
  readonly otherConversations: number;
  /** The current entry of the latest of all. */
  readonly entry?: string;
  /** Whether the words of a question are kept with any of them. */
  readonly hasQuestion: boolean;
  /** The language that the person chose; it may have been removed. */
  readonly chosen?: Locale;
  readonly drafts: Drafts;
  /** The person's own requests to the team, the latest first. */
  readonly requests: readonly Pick<Handover, "entry" | "at" | "isClosed">[];
  /** How many requests of others name the person, who took care of them. */
  readonly taken: number;
  /** How many other events of the person are not finished. */
  readonly unfinished: number;
  /** How many values of other kinds name the person. */
  readonly notes: number;
  /** How long conversations and requests are kept after their last change. */
  readonly days: number;
  /** How long unanswered questions are kept, without who asked; absent if they are not. */
  readonly unansweredDays?: number;
}
