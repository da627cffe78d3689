import type { FoundNames } from "../../src/matching/find-names.ts";

/** What is found in a text without names. */
export const namingNothing: FoundNames = { ours: [], hint: [], used: [], others: [], unknown: [] };
