import type { Entry } from "../knowledge/entry.ts";

/** Which entries a question may mean alike: a choice with its options, an entry with what it refines. */
export interface Kinship {
  /** Each choice with the entries it stands for: itself and its options. */
  readonly families: readonly { readonly choice: string; readonly members: ReadonlySet<string> }[];
  akin(one: string, other: string): boolean;
}

export function findKinship(entries: readonly Entry[]): Kinship {
  const families = entries.flatMap((entry) =>
    entry.kind === "choice" ? [{ choice: entry.id, members: new Set([entry.id, ...entry.options]) }] : [],
  );
  const refined = new Map(entries.map((entry) => [entry.id, entry.refines ?? entry.id]));
  return {
    families,
    akin: (one, other) =>
      refined.get(one) === refined.get(other) ||
      families.some(({ members }) => members.has(one) && members.has(other)),
  };
}
