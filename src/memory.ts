import type { Locale } from "./answer/locale.ts";
import { newState, type State, stateSchema } from "./conversation/state.ts";
import type { Step } from "./conversation/step.ts";
import type { Incoming } from "./platform.ts";
import { readStored } from "./read-stored.ts";
import type { Store } from "./store/store.ts";

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

/** Nothing is written for what was only overheard, but that somebody else joined in. */
export async function remember(
  store: Store,
  incoming: Incoming,
  { state, chosen, owner, reply }: Step & Pick<Memory, "owner">,
): Promise<void> {
  const kept = { ttl: conversationKept };
  const { place, input, person } = incoming;
  if (place === "channel" && input.kind === "question" && owner !== undefined && owner !== person) {
    await store.set(crowdKey(incoming), person, kept);
  }
  if (reply.kind === "silence") return;
  await store.set(stateKey(incoming), JSON.stringify(state), kept);
  if (owner === undefined) await store.set(ownerKey(incoming), person, kept);
  if (chosen) await store.set(localeKey(incoming), chosen);
}
