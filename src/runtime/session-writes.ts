import { draftTtlMs } from "../cases/draft.ts";
import type { TurnResult } from "../conversation/types.ts";
import type { Incoming } from "../platform/incoming.ts";
import type { Write } from "../store/store.ts";
import { type Session, severalWriters } from "./session.ts";
import {
  draftsKey,
  handoverKey,
  lastHandoverKey,
  localeKey,
  ownerKey,
  stateKey,
  teamThreadKey,
  writersKey,
} from "./session-keys.ts";

/** A conversation is kept for 30 days after its last turn. */
export const sessionTtlMs = 30 * 24 * 3_600_000;

/**
 * The writes of a turn. If the bot stayed silent, only the author is stored; if it has forgotten the person, nothing.
 */
export function sessionWrites(
  incoming: Incoming,
  result: TurnResult,
  session: Pick<Session, "owner" | "writers">,
): readonly Write[] {
  if (result.forgets) return [];
  return [
    ...writerWrites(incoming, result, session),
    ...(result.reply.kind === "silence" ? [] : stateWrites(incoming, result, session)),
    ...draftWrites(incoming, result),
    ...handoverWrites(result),
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
  { owner }: Pick<Session, "owner">,
): readonly Write[] {
  return [
    set(stateKey(incoming), JSON.stringify(state)),
    ...(owner === undefined ? [set(ownerKey(incoming), incoming.person)] : []),
    ...(chosen ? [{ kind: "set", key: localeKey(incoming), value: chosen } as const] : []),
  ];
}

/** A draft that is to be deleted expires at once. */
function draftWrites(incoming: Incoming, { drafts }: TurnResult): readonly Write[] {
  if (drafts === undefined) return [];
  const key = draftsKey(incoming);
  return drafts === "none" ? [set(key, "", 1)] : [set(key, JSON.stringify(drafts), draftTtlMs)];
}

/** The handover itself, then what leads to it. */
function handoverWrites({ handover }: Pick<TurnResult, "handover">): readonly Write[] {
  if (!handover) return [];
  const { id, person, thread } = handover;
  return [
    set(handoverKey(id), JSON.stringify(handover)),
    set(lastHandoverKey(person), id),
    ...(thread ? [set(teamThreadKey(thread.conversation), id)] : []),
  ];
}

/** Stores a new handover before the team sees it: its buttons may be pressed at once. */
export function newHandoverWrites({ handover }: Pick<TurnResult, "handover">): readonly Write[] {
  return handover ? [set(handoverKey(handover.id), JSON.stringify(handover))] : [];
}
