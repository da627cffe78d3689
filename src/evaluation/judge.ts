import type { Knowledge } from "../knowledge/knowledge.ts";
import { relateEntries } from "../matching/entry-relations.ts";
import type { Match } from "../matching/match.ts";
import { reachableEntries } from "../matching/reachable-entries.ts";
import { resolveChoices } from "../matching/resolve-choices.ts";

/** The label of a question that is none of ours; every `elsewhere` entry counts as it. */
export const outOfScope = "out-of-scope";

/** A question, and the entries (or `out-of-scope`) that are right for it. */
export interface Question {
  readonly text: string;
  readonly labels: readonly string[];
  readonly language: string;
}

/** What became of a question, held against its labels. */
export interface Verdict {
  readonly question: Question;
  /** Whether it has a label that is one of ours. */
  readonly inScope: boolean;
  readonly outcome: Match["outcome"];
  /** What the question was taken for: the label of the likeliest meaning. */
  readonly taken: string;
  readonly isTop1: boolean;
  readonly isTop3: boolean;
  /** Answered rightly, or a right entry is among what is offered. */
  readonly isHelped: boolean;
  readonly answered: "rightly" | "wrongly" | "not";
  /** Sent away: declined, or answered with an `elsewhere`. */
  readonly isSentAway: boolean;
}

export type Judge = (question: Question, match: Match) => Verdict;

/** What an entry's id counts as; undefined where there is no such entry. */
export function toLabel(knowledge: Knowledge, id: string): string | undefined {
  if (id === outOfScope) return id;
  const entry = knowledge.find(id);
  return entry?.kind === "elsewhere" ? outOfScope : (entry?.refines ?? entry?.id);
}

/** An entry counts as what it refines, an `elsewhere` as out-of-scope, a choice as what it offers. */
export function createJudge(knowledge: Knowledge): Judge {
  const kinship = relateEntries(knowledge.entries, knowledge.home);
  const labelOf = (id: string) => toLabel(knowledge, id) ?? id;

  return (question, match) => {
    const isRight = (label: string) => question.labels.includes(label);
    const meanings = resolveChoices(match.candidates, kinship);
    const labels = [...new Set(meanings.map(({ entry }) => labelOf(entry)))];
    const answer = match.outcome === "answer" ? labelOf(match.entry) : undefined;
    return {
      question,
      inScope: question.labels.some((label) => label !== outOfScope),
      outcome: match.outcome,
      taken: labels[0] ?? outOfScope,
      isTop1: labels.slice(0, 1).some(isRight),
      isTop3: labels.slice(0, 3).some(isRight),
      isHelped: reachableEntries(match, knowledge).map(labelOf).some(isRight),
      answered: judgeAnswer(answer, isRight),
      isSentAway: match.outcome === "decline" || answer === outOfScope,
    };
  };
}

function judgeAnswer(answer: string | undefined, isRight: (label: string) => boolean): Verdict["answered"] {
  if (answer === undefined) return "not";
  return isRight(answer) ? "rightly" : "wrongly";
}
