import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Match } from "./match.ts";

/** Presses after which an entry that is led to counts as offered. */
const presses = 2;

/** The entries with an answer that a match leads to in at most two presses, each once. */
export function offeredBy(match: Match, knowledge: Knowledge): readonly string[] {
  switch (match.outcome) {
    case "answer":
    case "choice":
      return behind([match.entry], knowledge, presses);
    case "suggest":
      return behind(match.entries, knowledge, presses - 1);
    case "decline":
      return [];
  }
}

function behind(ids: readonly string[], knowledge: Knowledge, left: number): readonly string[] {
  const reached = ids.flatMap((id) => {
    const entry = knowledge.find(id);
    if (entry?.kind !== "choice") return [id];
    return left > 0 ? behind(entry.options, knowledge, left - 1) : [];
  });
  return [...new Set(reached)];
}
