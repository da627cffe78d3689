import type { Fact } from "../answer/fact.ts";

/** How often each fact happened, most frequent first: `solved forgot-root-password 12`. */
export function countFacts(
  facts: readonly Fact[],
): readonly { readonly what: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    for (const what of namesOf(fact)) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts]
    .map(([what, count]) => ({ what, count }))
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
}

function namesOf(fact: Fact): readonly string[] {
  switch (fact.kind) {
    case "asked":
    case "declined":
    case "handed-over":
      return [`${fact.kind} (${fact.locale})`];
    case "kept-quiet":
      return [`${fact.kind} (${fact.because})`];
    case "asked-back":
      return [`${fact.kind} ${fact.entry} (${fact.part})`];
    case "suggested":
      return fact.entries.map((entry) => `${fact.kind} ${entry}`);
    case "answered":
    case "not-meant":
    case "solved":
    case "stuck":
    case "drafted":
    case "sent":
    case "nudged":
      return [`${fact.kind} ${fact.entry}`];
  }
}
