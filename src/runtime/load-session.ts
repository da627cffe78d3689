import { readToken, type Token } from "../answer/token.ts";
import { draftsSchema } from "../cases/draft.ts";
import { handoverSchema } from "../cases/handover.ts";
import { newState, stateSchema } from "../conversation/state.ts";
import { parseJson } from "../lib/parse-json.ts";
import type { Incoming } from "../platform/incoming.ts";
import type { Store } from "../store/store.ts";
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

/** @param hasTeam whether there is a team, and so a handover to look for */
export async function loadSession(store: Store, incoming: Incoming, hasTeam: boolean): Promise<Session> {
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
      : { handover: undefined, isForgotten: false, isTeamSide: false }),
  };
}

async function loadHandover(
  store: Store,
  incoming: Incoming,
): Promise<Pick<Session, "handover" | "isForgotten" | "isTeamSide">> {
  const token = tokenIn(incoming);
  const id = await handoverIdOf(store, incoming);
  const stored = id === undefined ? undefined : await store.get(handoverKey(id));
  const inThread = await store.get(teamThreadKey(incoming.conversation));
  return {
    handover: stored && parseJson(stored.value, handoverSchema),
    isForgotten: id !== undefined && !stored && (await store.get(forgottenKey(id))) !== undefined,
    isTeamSide: inThread !== undefined || token?.action === "take" || token?.action === "close",
  };
}

/** The id of the handover that the button names, or that the team's thread is about, or else the person's last. */
export async function handoverIdOf(store: Store, incoming: Incoming): Promise<string | undefined> {
  const { conversation, person } = incoming;
  const named = tokenIn(incoming)?.handover;
  if (named !== undefined) return named;
  const ofThread = await store.get(teamThreadKey(conversation));
  return ofThread?.value ?? (await store.get(lastHandoverKey(person)))?.value;
}

function tokenIn({ input }: Incoming): Token | undefined {
  return input.kind === "press" || input.kind === "submit" ? readToken(input.token) : undefined;
}
