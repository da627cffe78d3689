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
  /** Whether others than the owner have written in the conversation; looked up only where it matters. */
  readonly isCrowded: boolean;
}

const ownerKey = ({ conversation }: Incoming) => `owner/${conversation}`;
const crowdKey = ({ conversation }: Incoming) => `crowd/${conversation}`;
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
    isCrowded: !incoming.addressed && (await store.get(crowdKey(incoming))) !== undefined,
  };
}

/** What is to be written of a turn: of what was only overheard nothing, but that somebody else joined in. */
export function toRemember(
  incoming: Incoming,
  { state, chosen, owner, reply }: Step & Pick<Memory, "owner">,
): readonly Write[] {
  const ttl = conversationKept;
  const { place, input, person } = incoming;
  const joins = place === "channel" && input.kind === "question" && owner !== undefined && owner !== person;
  const isHeard = reply.kind !== "silence";
  return [
    ...(joins ? [{ kind: "set", key: crowdKey(incoming), value: person, ttl } as const] : []),
    ...(isHeard
      ? [{ kind: "set", key: stateKey(incoming), value: JSON.stringify(state), ttl } as const]
      : []),
    ...(isHeard && owner === undefined
      ? [{ kind: "set", key: ownerKey(incoming), value: person, ttl } as const]
      : []),
    ...(isHeard && chosen ? [{ kind: "set", key: localeKey(incoming), value: chosen } as const] : []),
  ];
}
