import type { EntryRelations } from "./entry-relations.ts";
import type { RankedEntry, Ranking } from "./ranker.ts";

/** The candidates of one side, likeliest first, with their share of that side's probability; and the side's probability. */
interface Side {
  readonly probability: number;
  readonly shares: readonly RankedEntry[];
}

/** A ranking with its candidates split into those that are ours and the `elsewhere` entries. */
export interface Reading extends Ranking {
  readonly ours: Side;
  readonly elsewhere: Side;
}

export function readRanking(ranking: Ranking, { elsewhere }: EntryRelations): Reading {
  return {
    ...ranking,
    ours: toSide(ranking.candidates.filter(({ entry }) => !elsewhere.has(entry))),
    elsewhere: toSide(ranking.candidates.filter(({ entry }) => elsewhere.has(entry))),
  };
}

function toSide(entries: readonly RankedEntry[]): Side {
  const probability = entries.reduce((sum, entry) => sum + entry.probability, 0);
  const shares = entries.map((entry) => ({
    entry: entry.entry,
    probability: probability > 0 ? entry.probability / probability : 0,
  }));
  return { probability, shares };
}
