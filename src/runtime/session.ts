import type { Locale } from "../answer/locale.ts";
import { readToken, type Token } from "../answer/token.ts";
import { type Drafts, draftsKept, draftsSchema } from "../cases/draft.ts";
import { type Handover, handoverSchema } from "../cases/handover.ts";
import { newState, type State, stateSchema } from "../conversation/state.ts";
import type { TurnResult } from "../conversation/types.ts";
import { parseJson } from "../lib/parse-json.ts";
import type { Incoming } from "../platform/incoming.ts";
import type { Store, Write } from "../store/store.ts";

/** What the store holds about a person in a conversation. */
export interface Session {
  readonly state: State;
  /** Who began the conversation. */
  readonly owner: string | undefined;
  /** The language this person chose, in any conversation; it may no longer be there. */
  readonly chosen: Locale | undefined;
  /** Who wrote in the conversation, as far as it matters: one person, several, or nobody yet. */
  readonly writers: string | undefined;
  /** What the person told for cases. */
  readonly drafts: Drafts | undefined;
  /** The handing over to the team that the event is about. */
  readonly handover: Handover | undefined;
  /** Whether it comes from the team's side. */
  readonly isTeamSide: boolean;
}

/** What is remembered of somebody new. */
export const emptySession: Session = {
  state: newState,
  owner: undefined,
  chosen: undefined,
  writers: undefined,
  drafts: undefined,
  handover: undefined,
  isTeamSide: false,
};

const ownerKey = ({ conversation }: Incoming) => `owner/${conversation}`;
const writersKey = ({ conversation }: Incoming) => `writers/${conversation}`;
const stateKey = ({ conversation, person }: Incoming) => `state/${conversation}/${person}`;
const localeKey = ({ person }: Incoming) => `locale/${person}`;
const draftsKey = ({ person }: Incoming) => `drafts/${person}`;
const handoverKey = (id: string) => `handover/${id}`;
/** The handing over that a thread of the team's is about, and the last of a person. */
const threadKey = (conversation: string) => `team/${conversation}`;
const handedKey = (person: string) => `handed/${person}`;

/** A conversation is remembered this long after its last turn, in milliseconds. */
const sessionTtlMs = 30 * 24 * 3_600_000;

/** @param hasTeam whether there is a team, and so a handing over to look for */
export async function loadSession(store: Store, incoming: Incoming, hasTeam: boolean): Promise<Session> {
  const keys = [stateKey(incoming), ownerKey(incoming), localeKey(incoming), draftsKey(incoming)];
  const [state, owner, chosen, drafts] = await Promise.all(keys.map((key) => store.get(key)));
  return {
    state: (state && parseJson(state.value, stateSchema)) ?? newState,
    owner: owner?.value,
    chosen: chosen?.value,
    writers: incoming.place === "channel" ? (await store.get(writersKey(incoming)))?.value : undefined,
    drafts: drafts && parseJson(drafts.value, draftsSchema),
    ...(hasTeam ? await loadHandover(store, incoming) : { handover: undefined, isTeamSide: false }),
  };
}

async function loadHandover(
  store: Store,
  incoming: Incoming,
): Promise<Pick<Session, "handover" | "isTeamSide">> {
  const token = tokenIn(incoming);
  const id = await handoverOf(store, incoming);
  const stored = id === undefined ? undefined : await store.get(handoverKey(id));
  const inThread = await store.get(threadKey(incoming.conversation));
  return {
    handover: stored && parseJson(stored.value, handoverSchema),
    isTeamSide: inThread !== undefined || token?.action === "take" || token?.action === "close",
  };
}

/** The id of the handing over that a button names, or that the team's thread is about, or else the person's last. */
export async function handoverOf(store: Store, incoming: Incoming): Promise<string | undefined> {
  const { conversation, person } = incoming;
  const named = tokenIn(incoming)?.handover;
  if (named !== undefined) return named;
  return (await store.get(threadKey(conversation)))?.value ?? (await store.get(handedKey(person)))?.value;
}

function tokenIn({ input }: Incoming): Token | undefined {
  return input.kind === "press" || input.kind === "submit" ? readToken(input.token) : undefined;
}

/** Stands for several people. */
const severalWriters = "*";

/** Whether somebody else has a part in the conversation. */
export function isCrowded({ begunBy, person }: Incoming, { writers }: Session): boolean {
  return [writers, begunBy].some((other) => other !== undefined && other !== person);
}

/** What is to be written of a turn: of what was only overheard nothing, but who wrote. */
export function sessionWrites(
  incoming: Incoming,
  step: TurnResult & Pick<Session, "owner" | "writers">,
): readonly Write[] {
  const { state, chosen, owner, reply, writers } = step;
  const ttl = sessionTtlMs;
  const { place, input, person } = incoming;
  const writes =
    place === "channel" && input.kind === "question" && writers !== person && writers !== severalWriters;
  const all = writers === undefined ? person : severalWriters;
  const isHeard = reply.kind !== "silence";
  return [
    ...(writes ? [{ kind: "set", key: writersKey(incoming), value: all, ttl } as const] : []),
    ...(reply.kind === "remove"
      ? [{ kind: "set", key: writersKey(incoming), value: severalWriters, ttl } as const]
      : []),
    ...(isHeard
      ? [{ kind: "set", key: stateKey(incoming), value: JSON.stringify(state), ttl } as const]
      : []),
    ...(isHeard && owner === undefined
      ? [{ kind: "set", key: ownerKey(incoming), value: person, ttl } as const]
      : []),
    ...draftWrites(incoming, step),
    ...handoverWrites(step),
    ...(isHeard && chosen ? [{ kind: "set", key: localeKey(incoming), value: chosen } as const] : []),
  ];
}

/** What is written of a new handing over before the team reads of it: its buttons may be pressed at once. */
export function newHandoverWrites({ handover }: TurnResult): readonly Write[] {
  return handoverWrites(handover ? { handover } : {}).slice(0, 1);
}

function draftWrites(incoming: Incoming, { drafts }: TurnResult): readonly Write[] {
  if (drafts === undefined) return [];
  const key = draftsKey(incoming);
  if (drafts === "none") return [{ kind: "set", key, value: "", ttl: 1 }];
  return [{ kind: "set", key, value: JSON.stringify(drafts), ttl: draftsKept }];
}

/** The handing over itself first, then what leads to it. */
function handoverWrites({ handover }: Pick<TurnResult, "handover">): readonly Write[] {
  if (!handover) return [];
  const { id, person, thread } = handover;
  const set = (key: string, value: string) => ({ kind: "set", key, value, ttl: sessionTtlMs }) as const;
  return [
    set(handoverKey(id), JSON.stringify(handover)),
    set(handedKey(person), id),
    ...(thread ? [set(threadKey(thread.conversation), id)] : []),
  ];
}
