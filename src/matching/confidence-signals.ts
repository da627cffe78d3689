import type { EntryRelations } from "./entry-relations.ts";
import type { RankedEntry, Ranking } from "./ranker.ts";

/** The candidates of one side, likeliest first, with their share of that side's probability; and the side's probability. */
interface Side {
  readonly probability: number;
  readonly shares: readonly RankedEntry[];
}

/** Splits the candidates into those that are ours and the `elsewhere` entries. */
export function splitSides(
  { candidates }: Ranking,
  { elsewhere }: EntryRelations,
): { readonly ours: Side; readonly elsewhere: Side } {
  const sideOf = (entries: readonly RankedEntry[]): Side => {
    const probability = entries.reduce((sum, entry) => sum + entry.probability, 0);
    const shares = entries.map((entry) => ({
      entry: entry.entry,
      probability: probability > 0 ? entry.probability / probability : 0,
    }));
    return { probability, shares };
  };
  return {
    ours: sideOf(candidates.filter(({ entry }) => !elsewhere.has(entry))),
    elsewhere: sideOf(candidates.filter(({ entry }) => elsewhere.has(entry))),
  };
}

/**
 * Signals for whether a question is ours: the probability of our entries, the share that was understood, whether it names
 * what is ours, what hints at it, what is used, others and unknown ones, and its length.
 */
export function oursSignals(ranking: Ranking, relations: EntryRelations): readonly number[] {
  const { understood, names, words } = ranking;
  return [
    logOdds(splitSides(ranking, relations).ours.probability),
    understood,
    ...[names.ours, names.hint, names.used, names.others, names.unknown].map((found) =>
      found.length > 0 ? 1 : 0,
    ),
    Math.log(1 + words),
  ];
}

/**
 * Signals for whether the best of our candidates is right: the share of its meaning, how far the next meaning is behind, the
 * share that was understood, and the probability of our entries.
 */
export function bestSignals(ranking: Ranking, relations: EntryRelations): readonly number[] {
  const meanings = new Map<string, number>();
  const { ours } = splitSides(ranking, relations);
  for (const { entry, probability } of ours.shares) {
    const meaning = relations.meaningOf(entry);
    meanings.set(meaning, (meanings.get(meaning) ?? 0) + probability);
  }
  const [first = 0, second = 0] = [...meanings.values()].sort((a, b) => b - a);
  return [logOdds(first), first - second, ranking.understood, logOdds(ours.probability)];
}

/** Signals for whether a question that is ours means a member of a family with this share of our probability. */
export function familySignals({ understood }: Ranking, share: number): readonly number[] {
  return [logOdds(share), understood];
}

/** The likeliest family among those that the best of our candidates belongs to. */
export function likeliestFamily(ranking: Ranking, relations: EntryRelations) {
  const { shares } = splitSides(ranking, relations).ours;
  const best = shares[0]?.entry;
  const families = relations.families
    .filter(({ members }) => best !== undefined && members.has(best))
    .map(({ choice, members }) => ({
      choice,
      members,
      share: shares.reduce((sum, { entry, probability }) => sum + (members.has(entry) ? probability : 0), 0),
    }));
  return families.sort((a, b) => b.share - a.share)[0];
}

function logOdds(probability: number): number {
  const bounded = Math.min(1, Math.max(0, probability));
  return Math.log((bounded + 1e-6) / (1 - bounded + 1e-6));
}
