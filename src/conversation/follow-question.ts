import type { State } from "./state.ts";
import type { TurnResult } from "./types.ts";

/** A question without an answer: nothing was found, or not what was meant. */
interface Unanswered {
  readonly how: "declined" | "not-meant";
  /** The question, masked. */
  readonly text: string;
  /** The entries that were shown for it. */
  readonly entries: readonly string[];
}

interface FollowedQuestion {
  /** What is kept of the question. */
  readonly question: State["question"];
  readonly unanswered?: Unanswered;
}

/** Maximum entries that are kept for a question. */
const maxShownEntries = 10;

/**
 * Follows a question through the turns after it until it is solved, or turns out to be unanswered: then it is
 * returned once and forgotten.
 * @param text the turn's own words, masked
 */
export function followQuestion(
  { state, facts, rejectsSuggestions }: TurnResult,
  text: string,
): FollowedQuestion {
  const isAsked = facts.some(({ kind }) => kind === "asked");
  const before = isAsked ? { text, entries: [] } : state.question;
  if (!before || facts.some(({ kind }) => kind === "solved")) return { question: undefined };

  const isRefused = facts.some((fact) => fact.kind === "not-meant" && before.entries.includes(fact.entry));
  if (isRefused || (rejectsSuggestions && before.entries.length > 0))
    return { question: undefined, unanswered: { how: "not-meant", ...before } };
  if (facts.some(({ kind }) => kind === "declined"))
    return { question: undefined, unanswered: { how: "declined", ...before } };

  const shown = facts.flatMap((fact) => {
    if (fact.kind === "answered") return [fact.entry];
    return fact.kind === "suggested" ? fact.entries : [];
  });
  const entries = [...new Set([...before.entries, ...shown])].slice(0, maxShownEntries);
  return { question: { ...before, entries } };
}
