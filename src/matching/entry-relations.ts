import type { Entry } from "../knowledge/entry.ts";

/** How entries relate to each other, as far as matching needs it. */
export interface EntryRelations {
  readonly choices: ReadonlySet<string>;
  /** Each choice except the front page, with its members: itself and its options. */
  readonly families: readonly { readonly choice: string; readonly members: ReadonlySet<string> }[];
  /** For each choice except the front page, the answers that it leads to. */
  readonly answersBehind: ReadonlyMap<string, readonly string[]>;
  /** Entries for questions that are out of scope. */
  readonly elsewhere: ReadonlySet<string>;
  /** The entry itself, or the one that it refines. */
  meaningOf(entry: string): string;
  /** Whether a question can mean both equally: a choice and its options, an entry and the one it refines. */
  areRelated(one: string, other: string): boolean;
}

export function relateEntries(entries: readonly Entry[], home: string | undefined): EntryRelations {
  const choices = entries.flatMap((entry) => (entry.kind === "choice" ? [entry] : []));
  const options = new Map(choices.map((entry) => [entry.id, entry.options]));
  const families = choices
    .filter(({ id }) => id !== home)
    .map(({ id, options }) => ({ choice: id, members: new Set([id, ...options]) }));
  const refined = new Map(entries.map((entry) => [entry.id, entry.refines ?? entry.id]));
  const meaningOf = (entry: string) => refined.get(entry) ?? entry;
  return {
    choices: new Set(options.keys()),
    families,
    answersBehind: new Map(families.map(({ choice }) => [choice, leaves(choice, options)])),
    elsewhere: new Set(entries.filter(({ kind }) => kind === "elsewhere").map(({ id }) => id)),
    meaningOf,
    areRelated: (one, other) =>
      meaningOf(one) === meaningOf(other) ||
      families.some(({ members }) => members.has(one) && members.has(other)),
  };
}

/** The entries behind a choice, at any depth, that are no choices themselves. */
function leaves(choice: string, options: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    const next = options.get(id);
    if (!next) found.add(id);
    else next.forEach(visit);
  };
  visit(choice);
  return [...found];
}
