import type { Knowledge } from "../knowledge/knowledge.ts";
import { relateEntries } from "../matching/entry-relations.ts";
import type { Match } from "../matching/match.ts";
import { reachableEntries } from "../matching/reachable-entries.ts";
import { resolveChoices } from "../matching/resolve-choices.ts";

/** The label of questions that no entry answers; every `elsewhere` entry counts as it. */
export const outOfScope = "out-of-scope";

/** A question and its labels: the entries that are right for it, or `out-of-scope`. */
export interface Question {
  readonly text: string;
  readonly labels: readonly string[];
  readonly language: string;
}

/** A question's result compared to its labels. */
export interface Verdict {
  readonly question: Question;
  /** Whether one of its labels is an entry. */
  readonly inScope: boolean;
  readonly outcome: Match["outcome"];
  /** The label of the likeliest entry. */
  readonly taken: string;
  readonly isTop1: boolean;
  readonly isTop3: boolean;
  /** Whether the answer or one of the offered entries is right. */
  readonly isHelped: boolean;
  readonly answered: "rightly" | "wrongly" | "not";
  /** Declined, or answered with an `elsewhere` entry. */
  readonly isSentAway: boolean;
  /** The probability that the question is ours, 0 to 1. */
  readonly ours: number;
  /** Whether the bot would speak unasked, if that was looked at. */
  readonly speaks?: boolean;
  /** The words without which the result would be another one, if they were looked for. */
  readonly triggers?: readonly string[];
}

export type Judge = (question: Question, match: Match) => Verdict;

/** The label that an entry counts as; undefined for an unknown id. */
export function toLabel(knowledge: Knowledge, id: string): string | undefined {
  if (id === outOfScope) return id;
  const entry = knowledge.find(id);
  return entry?.kind === "elsewhere" ? outOfScope : (entry?.refines ?? entry?.id);
}

/** Entries that a person looks at: what lies behind them does not help. */
const maxEntriesSeen = 6;

/** An entry counts as the one it refines, an `elsewhere` entry as out-of-scope, a choice as its options. */
export function createJudge(knowledge: Knowledge): Judge {
  const relations = relateEntries(knowledge.entries, knowledge.home);
  const labelOf = (id: string) => toLabel(knowledge, id) ?? id;

  return (question, match) => {
    const isRight = (label: string) => question.labels.includes(label);
    const resolved = resolveChoices(match.candidates, relations);
    const labels = [...new Set(resolved.map(({ entry }) => labelOf(entry)))];
    const answer = match.outcome === "answer" ? labelOf(match.entry) : undefined;
    return {
      question,
      inScope: question.labels.some((label) => label !== outOfScope),
      outcome: match.outcome,
      taken: labels[0] ?? outOfScope,
      isTop1: labels.slice(0, 1).some(isRight),
      isTop3: labels.slice(0, 3).some(isRight),
      isHelped: reachableEntries(match, knowledge).slice(0, maxEntriesSeen).map(labelOf).some(isRight),
      answered: judgeAnswer(answer, isRight),
      isSentAway: match.outcome === "decline" || answer === outOfScope,
      ours: match.ours,
    };
  };
}

function judgeAnswer(answer: string | undefined, isRight: (label: string) => boolean): Verdict["answered"] {
  if (answer === undefined) return "not";
  if (isRight(answer)) return "rightly";
  return answer === outOfScope ? "not" : "wrongly";
}
