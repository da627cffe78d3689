import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Match } from "./match.ts";

/** Entries that need more presses do not count as offered. */
const maxPresses = 2;

/** The answers that a person reaches from a match with at most two presses, each once. */
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

function entriesWithin(ids: readonly string[], knowledge: Knowledge, presses: number): readonly string[] {
  const reached = ids.flatMap((id) => {
    const entry = knowledge.find(id);
    if (entry?.kind !== "choice") return [id];
    return presses > 0 ? entriesWithin(entry.options, knowledge, presses - 1) : [];
  });
  return [...new Set(reached)];
}
