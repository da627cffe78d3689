import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Match } from "./match.ts";

/** Presses after which an entry that is led to counts as offered. */
const maxPresses = 2;

/** The entries with an answer that a match leads to in at most two presses, each once. */
export function reachableEntries(match: Match, knowledge: Knowledge): readonly string[] {
  switch (match.outcome) {
    case "answer":
    case "choice":
      return entriesWithin([match.entry], knowledge, maxPresses);
    case "suggest":
      return entriesWithin(match.entries, knowledge, maxPresses - 1);
    case "decline":
      return [];
  }
}

function entriesWithin(ids: readonly string[], knowledge: Knowledge, left: number): readonly string[] {
  const reached = ids.flatMap((id) => {
    const entry = knowledge.find(id);
    if (entry?.kind !== "choice") return [id];
    return left > 0 ? entriesWithin(entry.options, knowledge, left - 1) : [];
  });
  return [...new Set(reached)];
}
