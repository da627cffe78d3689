import type { Incoming } from "../../platform/incoming.ts";

// The keys of a session in the store. They are read for ever: a new form needs a migration. What each kind holds, and
// for how long, also stands in docs/privacy.md.

/** How the keys begin. */
export const sessionKinds = [
  "owner",
  "writers",
  "state",
  "locale",
  "drafts",
  "handover",
  "team",
  "handed",
  "forgotten",
  "owner-address",
  "lure",
  "helper",
  "waiting",
] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** Undefined for a key that is none of a session. */
export function kindOfKey(key: string): SessionKind | undefined {
  return sessionKinds.find((kind) => key.startsWith(`${kind}/`));
}

const keyOf = (kind: SessionKind, rest: string) => `${kind}/${rest}`;

type OfConversation = Pick<Incoming, "conversation">;
type OfPerson = Pick<Incoming, "person">;

export const ownerKey = ({ conversation }: OfConversation) => keyOf("owner", conversation);
/** Where the owner can be reached in the conversation. */
export const ownerAddressKey = ({ conversation }: OfConversation) => keyOf("owner-address", conversation);
/** Holds the event whose author the owner was warned of. */
export const lureKey = ({ conversation }: OfConversation) => keyOf("lure", conversation);
/** Marks a person who has acted for the team. */
export const helperKey = (person: string) => keyOf("helper", person);
export const writersKey = ({ conversation }: OfConversation) => keyOf("writers", conversation);
export const stateKey = ({ conversation, person }: OfConversation & OfPerson) =>
  keyOf("state", `${conversation}/${person}`);
export const localeKey = ({ person }: OfPerson) => keyOf("locale", person);
export const draftsKey = ({ person }: Incoming) => keyOf("drafts", person);
export const handoverKey = (id: string) => keyOf("handover", id);
export const handoverIdIn = (key: string) => key.slice(handoverKey("").length);
/** Leads from the team's thread to its handover. */
export const teamThreadKey = (conversation: string) => keyOf("team", conversation);
/** Leads from a person to their last handover. */
export const lastHandoverKey = (person: string) => keyOf("handed", person);
/** The answer in a conversation that waits for a reaction of its owner. */
export const waitingKey = ({ conversation }: OfConversation) => keyOf("waiting", conversation);
export const conversationWaiting = (key: string) => key.slice(waitingKey({ conversation: "" }).length);
/** Says that a handover was deleted because its person wished to be forgotten. */
export const forgottenKey = (handover: string) => keyOf("forgotten", handover);
