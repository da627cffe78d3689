import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { TurnResult } from "../types.ts";

/** A turn, as far as it says whether the bot may come back to its answer. */
export interface AnsweredTurn {
  readonly result: Pick<TurnResult, "state" | "reply" | "facts" | "handover" | "forgets">;
  /** Whether who wrote or pressed is the one who began the conversation, or begins it. */
  readonly isOwner: boolean;
  /** Whether others have written there too. */
  readonly isCrowded: boolean;
  /** Whether the turn is one of the team's, or the team has the person's question now. */
  readonly isWithTeam: boolean;
}

/**
 * The entry of which it may be asked later whether it helped: an answer was just shown to whoever began the conversation,
 * in a place of their own, they are alone there with the bot, and the team has nothing to do with it. Undefined for
 * everything else that was said.
 */
export function entryThatWaits(turn: AnsweredTurn, { find }: Pick<Knowledge, "find">): string | undefined {
  const { result, isOwner, isCrowded, isWithTeam } = turn;
  const { entry, isOwnPlace } = result.state;
  if (!isOwner || isCrowded || isWithTeam || isOwnPlace !== true || result.handover) return undefined;
  if (entry === undefined || find(entry)?.kind !== "answer") return undefined;
  return isPlainlyShown(result, entry) ? entry : undefined;
}

function isPlainlyShown({ state, reply, facts, forgets }: AnsweredTurn["result"], entry: string): boolean {
  if (reply.kind !== "answer" || reply.audience === "asker" || forgets) return false;
  if (state.progress !== "shown" || state.asked !== undefined || state.fallback !== undefined) return false;
  return facts.some((fact) => fact.kind === "answered" && fact.entry === entry);
}
