import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Match } from "./match.ts";

/** Entries that need more presses do not count as offered. */
const maxPresses = 2;

/** The answers that a person reaches from a match with at most two presses, each once, the nearest first, the nearest first. */
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

/** Breadth first: what takes fewer presses comes first. */
function entriesWithin(ids: readonly string[], knowledge: Knowledge, presses: number): readonly string[] {
  const found = ids.map((id) => knowledge.find(id) ?? id);
  const reached = found.flatMap((entry) => {
    if (typeof entry === "string") return [entry];
    return entry.kind === "choice" ? [] : [entry.id];
  });
  if (presses === 0) return [...new Set(reached)];
  const next = found.flatMap((entry) =>
    typeof entry !== "string" && entry.kind === "choice" ? entry.options : [],
  );
  return [...new Set([...reached, ...(next.length > 0 ? entriesWithin(next, knowledge, presses - 1) : [])])];
}
