import { isOfTeamSide, readToken, type Token } from "../../answer/token.ts";
import { draftsSchema } from "../../cases/draft.ts";
import { type Handover, handoverSchema } from "../../cases/handover.ts";
import { newState, stateSchema } from "../../conversation/state.ts";
import { parseJson } from "../../lib/parse-json.ts";
import type { Incoming } from "../../platform/incoming.ts";
import type { Session } from "./session.ts";
import {
  draftsKey,
  forgottenKey,
  handoverKey,
  lastHandoverKey,
  localeKey,
  ownerKey,
  stateKey,
  teamThreadKey,
  writersKey,
} from "./session-keys.ts";
import type { VersionedReads } from "./versioned-reads.ts";

/** Where values are read from. */
type Values = Pick<VersionedReads, "get">;

/** @param hasTeam whether there is a team, and so a handover to look for */
export async function loadSession(store: Values, incoming: Incoming, hasTeam: boolean): Promise<Session> {
  const keys = [stateKey(incoming), ownerKey(incoming), localeKey(incoming), draftsKey(incoming)];
  const [state, owner, chosen, drafts] = await Promise.all(keys.map((key) => store.get(key)));
  return {
    state: (state && parseJson(state.value, stateSchema)) ?? newState,
    owner: owner?.value,
    chosen: chosen?.value,
    writers: incoming.place === "channel" ? (await store.get(writersKey(incoming)))?.value : undefined,
    drafts: drafts && parseJson(drafts.value, draftsSchema),
    ...(hasTeam
      ? await loadHandover(store, incoming)
      : { handover: undefined, earlier: [], isForgotten: false, isTeamSide: false }),
  };
}

async function loadHandover(
  store: Values,
  incoming: Incoming,
): Promise<Pick<Session, "handover" | "earlier" | "isForgotten" | "isTeamSide">> {
  const id = await handoverIdOf(store, incoming);
  const handover = id === undefined ? undefined : await readHandover(store, id);
  const isOwn = handover?.person === incoming.person;
  const earlier = await Promise.all(
    (isOwn ? (handover.earlier ?? []) : []).map((one) => readHandover(store, one)),
  );
  const inThread = await store.get(teamThreadKey(incoming.conversation));
  return {
    handover,
    earlier: earlier.filter((one) => one !== undefined),
    isForgotten: id !== undefined && !handover && (await store.get(forgottenKey(id))) !== undefined,
    isTeamSide: inThread !== undefined || isOfTeam(incoming, handover),
  };
}

/**
 * Whether the event comes from the handover's thread. One whose post is just being sent has no thread yet: its buttons
 * count in any channel.
 */
function isOfTeam(incoming: Incoming, handover: Handover | undefined): boolean {
  if (handover?.thread) return handover.thread.conversation === incoming.conversation;
  const action = tokenIn(incoming)?.action;
  const isTeamAction = action !== undefined && isOfTeamSide(action);
  return isTeamAction && (handover === undefined || incoming.place === "channel");
}

/** Undefined if it has expired or was deleted. */
export async function readHandover(store: Values, id: string): Promise<Handover | undefined> {
  const stored = await store.get(handoverKey(id));
  return stored && parseJson(stored.value, handoverSchema);
}

/** The id of the handover that the button names, or that the team's thread is about, or else the person's last. */
export async function handoverIdOf(store: Values, incoming: Incoming): Promise<string | undefined> {
  const { conversation, person } = incoming;
  const named = tokenIn(incoming)?.handover;
  if (named !== undefined) return named;
  const ofThread = await store.get(teamThreadKey(conversation));
  return ofThread?.value ?? (await store.get(lastHandoverKey(person)))?.value;
}

function tokenIn({ input }: Incoming): Token | undefined {
  return input.kind === "press" || input.kind === "submit" ? readToken(input.token) : undefined;
}
