import type { Locale } from "./answer/locale.ts";
import { newState, type State, stateSchema } from "./conversation/state.ts";
import type { Step } from "./conversation/step.ts";
import type { Incoming } from "./platform.ts";
import { readStored } from "./read-stored.ts";
import type { Store, Write } from "./store/store.ts";

/** What the store holds about a person in a conversation. */
export interface Memory {
  readonly state: State;
  /** Who began the conversation. */
  readonly owner: string | undefined;
  /** The language this person chose, in any conversation; it may no longer be there. */
  readonly chosen: Locale | undefined;
  /** Who wrote in the conversation, as far as it matters: one person, several, or nobody yet. */
  readonly writers: string | undefined;
}

/** What is remembered of somebody new. */
export const nothing: Memory = { state: newState, owner: undefined, chosen: undefined, writers: undefined };

const ownerKey = ({ conversation }: Incoming) => `owner/${conversation}`;
const writersKey = ({ conversation }: Incoming) => `writers/${conversation}`;
const stateKey = ({ conversation, person }: Incoming) => `state/${conversation}/${person}`;
const localeKey = ({ person }: Incoming) => `locale/${person}`;

/** A conversation is remembered this long after its last turn, in milliseconds. */
const conversationKept = 30 * 24 * 3_600_000;

export async function recall(store: Store, incoming: Incoming): Promise<Memory> {
  const keys = [stateKey(incoming), ownerKey(incoming), localeKey(incoming)];
  const [state, owner, chosen] = await Promise.all(keys.map((key) => store.get(key)));
  return {
    state: (state && readStored(state.value, stateSchema)) ?? newState,
    owner: owner?.value,
    chosen: chosen?.value,
    writers: incoming.place === "channel" ? (await store.get(writersKey(incoming)))?.value : undefined,
  };
}

/** Stands for several people. */
const several = "*";

/** Whether somebody else has a part in the conversation. */
export function isCrowded({ begunBy, person }: Incoming, { writers }: Memory): boolean {
  return [writers, begunBy].some((other) => other !== undefined && other !== person);
}

/** What is to be written of a turn: of what was only overheard nothing, but who wrote. */
export function toRemember(
  incoming: Incoming,
  { state, chosen, owner, reply, writers }: Step & Pick<Memory, "owner" | "writers">,
): readonly Write[] {
  const ttl = conversationKept;
  const { place, input, person } = incoming;
  const writes =
    place === "channel" && input.kind === "question" && writers !== person && writers !== several;
  const all = writers === undefined ? person : several;
  const isHeard = reply.kind !== "silence";
  return [
    ...(writes ? [{ kind: "set", key: writersKey(incoming), value: all, ttl } as const] : []),
    ...(reply.kind === "remove"
      ? [{ kind: "set", key: writersKey(incoming), value: several, ttl } as const]
      : []),
    ...(isHeard
      ? [{ kind: "set", key: stateKey(incoming), value: JSON.stringify(state), ttl } as const]
      : []),
    ...(isHeard && owner === undefined
      ? [{ kind: "set", key: ownerKey(incoming), value: person, ttl } as const]
      : []),
    ...(isHeard && chosen ? [{ kind: "set", key: localeKey(incoming), value: chosen } as const] : []),
  ];
}
