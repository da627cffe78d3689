import type { Knowledge } from "../knowledge/knowledge.ts";
import { decide } from "./decide.ts";
import { relateEntries } from "./entry-relations.ts";
import type { Match } from "./match.ts";
import type { Model } from "./model.ts";
import { createRank } from "./ranker.ts";

/** Matches a question to entries. Never throws. */
export type MatchQuestion = (question: string) => Match;

/** @param model learned from this knowledge */
export function createMatcher(knowledge: Knowledge, model: Model): MatchQuestion {
  const { entries, synonyms, names, home } = knowledge;
  const options = { calibration: model.calibration, relations: relateEntries(entries, home), home };
  const rank = createRank(model.ranker, { synonyms, names, conjunctions: conjunctionsOf(knowledge) });
  return (question) => decide(rank(question), options);
}

/** The conjunctions of all languages, the longest first. */
function conjunctionsOf({ strings }: Knowledge): readonly string[] {
  return [...strings.values()]
    .flatMap(({ conjunctions }) => conjunctions)
    .sort((one, other) => other.length - one.length);
}
