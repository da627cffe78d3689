import type { EntryRelations } from "./entry-relations.ts";
import type { Ranking } from "./ranker.ts";

/** Signals for whether the best candidate is right. */
export function bestSignals(ranking: Ranking, relations: EntryRelations): readonly number[] {
  const [first] = ranking.candidates;
  const inScope = inScopeShare(ranking, relations);
  const share = first && relations.elsewhere.has(first.entry) ? 1 - inScope : inScope;
  return [logOdds(first?.probability ?? 0), logOdds(share), ranking.understood];
}

/** Signals for whether a question means a member of a family, whose probabilities add up to `share`. */
export function familySignals({ understood }: Ranking, share: number): readonly number[] {
  return [logOdds(share), understood];
}

/** Signals for whether a question is in scope. */
export function inScopeSignals(ranking: Ranking, relations: EntryRelations): readonly number[] {
  return [logOdds(inScopeShare(ranking, relations)), ranking.understood];
}

/** The total probability of all entries that are not `elsewhere`. */
function inScopeShare({ candidates }: Ranking, { elsewhere }: EntryRelations): number {
  return candidates.reduce(
    (sum, { entry, probability }) => sum + (elsewhere.has(entry) ? 0 : probability),
    0,
  );
}

/** The likeliest family among those that the best candidate belongs to. */
export function likeliestFamily({ candidates }: Ranking, { families }: EntryRelations) {
  const best = candidates[0]?.entry;
  const shares = families
    .filter(({ members }) => best !== undefined && members.has(best))
    .map(({ choice, members }) => ({
      choice,
      members,
      share: candidates.reduce(
        (sum, { entry, probability }) => sum + (members.has(entry) ? probability : 0),
        0,
      ),
    }));
  return shares.sort((a, b) => b.share - a.share)[0];
}

function logOdds(probability: number): number {
  return Math.log((probability + 1e-6) / (1 - probability + 1e-6));
}
