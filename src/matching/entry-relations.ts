import type { Entry } from "../knowledge/entry.ts";

/** How entries belong together, as far as it matters for what a question may mean. */
export interface EntryRelations {
  readonly choices: ReadonlySet<string>;
  /** Each choice but the front page, with the entries it stands for: itself and its options. */
  readonly families: readonly { readonly choice: string; readonly members: ReadonlySet<string> }[];
  /** For every choice but the front page, the entries with an answer that it leads to. */
  readonly answersBehind: ReadonlyMap<string, readonly string[]>;
  /** Entries for what is not about us at all. */
  readonly elsewhere: ReadonlySet<string>;
  /** Whether a question may mean both alike: a choice and its options, an entry and what it refines. */
  areRelated(one: string, other: string): boolean;
}

export function relateEntries(entries: readonly Entry[], home: string | undefined): EntryRelations {
  const choices = entries.flatMap((entry) => (entry.kind === "choice" ? [entry] : []));
  const options = new Map(choices.map((entry) => [entry.id, entry.options]));
  const families = choices
    .filter(({ id }) => id !== home)
    .map(({ id, options }) => ({ choice: id, members: new Set([id, ...options]) }));
  const refined = new Map(entries.map((entry) => [entry.id, entry.refines ?? entry.id]));
  return {
    choices: new Set(options.keys()),
    families,
    answersBehind: new Map(families.map(({ choice }) => [choice, leaves(choice, options)])),
    elsewhere: new Set(entries.filter(({ kind }) => kind === "elsewhere").map(({ id }) => id)),
    areRelated: (one, other) =>
      refined.get(one) === refined.get(other) ||
      families.some(({ members }) => members.has(one) && members.has(other)),
  };
}

/** The entries that are no choice and that a choice leads to, however deep. */
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
