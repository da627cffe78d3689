import type { Locale } from "../../answer/locale.ts";
import type { Drafts } from "../../cases/draft.ts";
import type { Handover } from "../../cases/handover.ts";
import { newState, type State } from "../../conversation/state.ts";
import type { Incoming } from "../../platform/incoming.ts";

/** What the store holds about a person in a conversation. */
export interface Session {
  readonly state: State;
  /** Who began the conversation. */
  readonly owner: string | undefined;
  /** The language this person chose, in any conversation; it may have been removed. */
  readonly chosen: Locale | undefined;
  /** Who has written in the conversation: one person, several (`severalWriters`), or nobody yet. */
  readonly writers: string | undefined;
  /** The person's answers for support cases. */
  readonly drafts: Drafts | undefined;
  /** The handover to the team that the event is about. */
  readonly handover: Handover | undefined;
  /** The handovers of the same person before it, the latest first. */
  readonly earlier: readonly Handover[];
  /** Whether that handover was deleted because its person wished to be forgotten. */
  readonly isForgotten: boolean;
  /** Whether the event comes from the team. */
  readonly isTeamSide: boolean;
}

/** The session of somebody new. */
export const emptySession: Session = {
  state: newState,
  owner: undefined,
  chosen: undefined,
  writers: undefined,
  drafts: undefined,
  handover: undefined,
  earlier: [],
  isForgotten: false,
  isTeamSide: false,
};

/** Stands for several people. */
export const severalWriters = "*";

/** Whether somebody else takes part in the conversation. */
export function isCrowded({ begunBy, person }: Incoming, { writers }: Session): boolean {
  return [writers, begunBy].some((other) => other !== undefined && other !== person);
}
