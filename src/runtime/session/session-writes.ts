import { draftTtlMs } from "../../cases/draft.ts";
import type { TurnResult } from "../../conversation/types.ts";
import type { Incoming } from "../../platform/incoming.ts";
import type { Write } from "../../store/store.ts";
import { type Session, severalWriters } from "./session.ts";
import {
  draftsKey,
  helperKey,
  lastHandoverKey,
  localeKey,
  ownerAddressKey,
  ownerKey,
  stateKey,
  teamThreadKey,
  writersKey,
} from "./session-keys.ts";

const dayMs = 24 * 3_600_000;
/** A conversation is kept for 30 days after its last turn. */
export const sessionTtlMs = 30 * dayMs;
/** A chosen language is kept for a year after it was last used. */
const localeTtlMs = 365 * dayMs;
/** Who acted for the team is known as a helper for a year after the last time. */
const helperTtlMs = 365 * dayMs;

/** What the writes of a turn depend on. */
type SessionBefore = Pick<Session, "owner" | "writers" | "isTeamSide"> & Partial<Pick<Session, "chosen">>;

/**
 * The writes of a turn. If the bot stayed silent, only the author is stored; if it has forgotten the person, nothing.
 */
export function sessionWrites(
  incoming: Incoming,
  result: TurnResult,
  session: SessionBefore,
): readonly Write[] {
  if (result.forgets) return [];
  return [
    ...writerWrites(incoming, result, session),
    ...(result.reply.kind === "silence" ? [] : stateWrites(incoming, result, session)),
    ...draftWrites(incoming, result),
    ...handoverWrites(result),
    ...helperWrites(incoming, result, session),
  ];
}

function set(key: string, value: string, ttl = sessionTtlMs): Write {
  return { kind: "set", key, value, ttl };
}

/** Who writes in a channel; a removed answer counts as several, so that the bot stays quiet there. */
function writerWrites(
  incoming: Incoming,
  { reply }: TurnResult,
  { writers }: Pick<Session, "writers">,
): readonly Write[] {
  const { place, input, person } = incoming;
  if (reply.kind === "remove") return [set(writersKey(incoming), severalWriters)];
  const isNew = writers !== person && writers !== severalWriters;
  if (place !== "channel" || input.kind !== "question" || !isNew) return [];
  return [set(writersKey(incoming), writers === undefined ? person : severalWriters)];
}

function stateWrites(
  incoming: Incoming,
  { state, chosen }: TurnResult,
  { owner, chosen: chosenBefore }: SessionBefore,
): readonly Write[] {
  const locale = chosen ?? chosenBefore;
  return [
    set(stateKey(incoming), JSON.stringify(state)),
    ...(owner === undefined ? [set(ownerKey(incoming), incoming.person)] : []),
    ...(owner === undefined || owner === incoming.person
      ? [set(ownerAddressKey(incoming), JSON.stringify(incoming.address))]
      : []),
    ...(locale ? [set(localeKey(incoming), locale, localeTtlMs)] : []),
  ];
}

/** A handover that changed on the team's side was changed by one of the team. */
function helperWrites(
  { person }: Incoming,
  { handover }: TurnResult,
  { isTeamSide }: Pick<Session, "isTeamSide">,
): readonly Write[] {
  if (!isTeamSide || !handover || handover.person === person) return [];
  return [set(helperKey(person), "yes", helperTtlMs)];
}

/** A draft that is to be deleted expires at once. */
function draftWrites(incoming: Incoming, { drafts }: TurnResult): readonly Write[] {
  if (drafts === undefined) return [];
  const key = draftsKey(incoming);
  return drafts === "none" ? [set(key, "", 1)] : [set(key, JSON.stringify(drafts), draftTtlMs)];
}

/** What leads to the handover; it was stored itself before anybody was told of it. */
function handoverWrites({ handover }: Pick<TurnResult, "handover">): readonly Write[] {
  if (!handover) return [];
  const { id, person, thread } = handover;
  return [set(lastHandoverKey(person), id), ...(thread ? [set(teamThreadKey(thread.conversation), id)] : [])];
}
