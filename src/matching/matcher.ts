import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Calibration } from "./calibrate.ts";
import { decide } from "./decide.ts";
import { relateEntries } from "./entry-relations.ts";
import type { Match } from "./match.ts";
import type { MatcherModel } from "./model.ts";
import { createRank, type QuestionRanking, type Rank, type RankerModel } from "./ranker.ts";

/** Matches a question to entries. Never throws. */
export type MatchQuestion = (question: string) => Match;

/** @param model learned from this knowledge */
export function createMatcher(knowledge: Knowledge, model: MatcherModel): MatchQuestion {
  const rank = createRankQuestion(knowledge, model.ranker);
  const decideRanking = createDecide(knowledge, model.calibration);
  return (question) => {
    const match = decideRanking(rank(question));
    return /\p{L}/u.test(question) ? match : withoutDecision(match);
  };
}

/** Digits alone tell nothing, whichever phrases hold them. */
function withoutDecision({ candidates, names }: Match): Match {
  return { outcome: "decline", ours: 0, certainty: 0, candidates, names };
}

/** The matcher's first half. */
export function createRankQuestion(knowledge: Knowledge, ranker: RankerModel): Rank {
  const { synonyms, names } = knowledge;
  const all = [...knowledge.strings.values()];
  return createRank(ranker, {
    synonyms,
    names,
    conjunctions: all.flatMap(({ conjunctions }) => conjunctions),
    accentedConjunctions: all.flatMap(({ accentedConjunctions }) => accentedConjunctions),
  });
}

/** The matcher's second half. */
export function createDecide(
  { entries, home }: Knowledge,
  calibration: Calibration,
): (ranking: QuestionRanking) => Match {
  const options = { calibration, relations: relateEntries(entries, home), home };
  return (ranking) => decide(ranking, options);
}
