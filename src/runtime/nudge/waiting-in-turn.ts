import type { Locale } from "../../answer/locale.ts";
import { entryThatWaits } from "../../conversation/nudge/may-wait.ts";
import type { TurnResult } from "../../conversation/types.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Incoming } from "../../platform/incoming.ts";
import type { Write } from "../../store/store.ts";
import type { Unreacted } from "../runtime-options.ts";
import { isCrowded, type Session } from "../session/session.ts";
import { waitingKey } from "../session/session-keys.ts";
import type { VersionedReads } from "../session/versioned-reads.ts";
import { inStoreTime } from "../store-call.ts";
import { maxWaitMs, readWaiting, type Waiting, writeWaiting } from "./waiting-answer.ts";

/**
 * What the conversation has been waiting for until this event, which is a reaction whoever caused it.
 * @returns undefined also where nobody has begun the conversation yet, for which nothing is read
 * @throws StoreCallError
 */
export async function loadWaiting(
  reads: Pick<VersionedReads, "get">,
  incoming: Incoming,
  { owner }: Session,
): Promise<Waiting | undefined> {
  if (owner === undefined) return undefined;
  return readWaiting(await inStoreTime(reads.get(waitingKey(incoming))));
}

interface WaitingTurn {
  readonly incoming: Incoming;
  readonly session: Session;
  readonly result: TurnResult;
  readonly before: Waiting | undefined;
  readonly knowledge: Knowledge;
  /** The language if the conversation has none. */
  readonly locale: Locale;
}

/** The writes after which the conversation waits for what this turn leaves open, and for nothing else. */
export function waitingWrites(turn: WaitingTurn, unreacted: Unreacted): readonly Write[] {
  const { incoming, result, before } = turn;
  if (result.forgets) return [];
  const next = waitingAfter(turn, unreacted);
  return next || before ? [writeWaiting(incoming, next, maxWaitMs(unreacted))] : [];
}

function waitingAfter(turn: WaitingTurn, { nudge, idleAfterHours }: Unreacted): Waiting | undefined {
  const { incoming, session, result, before, knowledge, locale } = turn;
  const { place, person, address } = incoming;
  const mark = before?.mark && ({ mark: "over" } as const);
  const { handover, owner, isTeamSide } = session;
  const isHandedOver = handover?.person === person && !handover.isClosed;
  const entry = entryThatWaits(
    {
      result,
      isOwner: owner === undefined || owner === person,
      isCrowded: isCrowded(incoming, session),
      isWithTeam: isTeamSide || isHandedOver,
    },
    knowledge,
  );
  const isWaitedFor = nudge !== undefined || (idleAfterHours !== undefined && place === "channel");
  const { at, locale: spoken = locale } = result.state;
  if (entry === undefined || place === "aside" || at === undefined || !isWaitedFor)
    return mark && before && { ...withoutAnswer(before), ...mark };
  return { person, address, place, locale: spoken, answer: { entry, at }, ...mark };
}

/** What is left of it once the answer is no longer waited for. */
function withoutAnswer({ answer, isAsked, ...rest }: Waiting): Waiting {
  return rest;
}
