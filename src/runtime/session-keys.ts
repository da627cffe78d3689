import type { Incoming } from "../platform/incoming.ts";

// The keys of a session in the store. They are read for ever: a new form needs a migration.

type OfConversation = Pick<Incoming, "conversation">;
type OfPerson = Pick<Incoming, "person">;

export const ownerKey = ({ conversation }: OfConversation) => `owner/${conversation}`;
/** Where the owner can be reached in the conversation. */
export const ownerAddressKey = ({ conversation }: OfConversation) => `owner-address/${conversation}`;
/** Holds the event whose author the owner was warned of. */
export const lureKey = ({ conversation }: OfConversation) => `lure/${conversation}`;
/** Marks a person who has acted for the team. */
export const helperKey = (person: string) => `helper/${person}`;
export const writersKey = ({ conversation }: Incoming) => `writers/${conversation}`;
export const stateKey = ({ conversation, person }: OfConversation & OfPerson) =>
  `state/${conversation}/${person}`;
export const localeKey = ({ person }: OfPerson) => `locale/${person}`;
export const draftsKey = ({ person }: Incoming) => `drafts/${person}`;
export const handoverKey = (id: string) => `handover/${id}`;
/** Leads from the team's thread to its handover. */
export const teamThreadKey = (conversation: string) => `team/${conversation}`;
/** Leads from a person to their last handover. */
export const lastHandoverKey = (person: string) => `handed/${person}`;
