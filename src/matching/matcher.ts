import type { Knowledge } from "../knowledge/knowledge.ts";
import { decide } from "./decide.ts";
import { relateEntries } from "./entry-relations.ts";
import type { Match } from "./match.ts";
import type { Model } from "./model.ts";
import { createRank } from "./ranker.ts";

/** Finds the entry that a question means. Never throws, whatever the text. */
export type MatchQuestion = (question: string) => Match;

/** @param model what was learned from this very knowledge */
export function createMatcher({ entries, synonyms, home }: Knowledge, model: Model): MatchQuestion {
  const judgement = { calibration: model.calibration, kinship: relateEntries(entries, home), home };
  const rank = createRank(model.ranker, synonyms);
  return (question) => decide(rank(question), judgement);
}
