import { tellPerson } from "./replies/tell-person.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/**
 * How the person's open question to the team stands; undefined if there is none.
 * @param withinMs only one that was asked at most so long ago, in milliseconds
 */
export function tellOfRequest(
  { turn, context }: TurnContext,
  withinMs = Number.POSITIVE_INFINITY,
): ReplyDraft | undefined {
  const { handover, isTeamSide } = turn.team ?? {};
  if (!handover || isTeamSide || handover.person !== turn.person || handover.isClosed) return undefined;
  if (turn.now - (handover.at ?? 0) > withinMs) return undefined;
  return { answer: tellPerson(context, handover), screen: { kind: "request" } };
}
