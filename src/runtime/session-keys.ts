import type { Incoming } from "../platform/incoming.ts";

// The keys of a session in the store. They are read for ever: a new form needs a migration.

export const ownerKey = ({ conversation }: Incoming) => `owner/${conversation}`;
export const writersKey = ({ conversation }: Incoming) => `writers/${conversation}`;
export const stateKey = ({ conversation, person }: Incoming) => `state/${conversation}/${person}`;
export const localeKey = ({ person }: Incoming) => `locale/${person}`;
export const draftsKey = ({ person }: Incoming) => `drafts/${person}`;
export const handoverKey = (id: string) => `handover/${id}`;
/** Leads from the team's thread to its handover. */
export const teamThreadKey = (conversation: string) => `team/${conversation}`;
/** Leads from a person to their last handover. */
export const lastHandoverKey = (person: string) => `handed/${person}`;
