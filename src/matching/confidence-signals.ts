import type { EntryRelations } from "./entry-relations.ts";
import type { Ranking } from "./ranker.ts";

/** What tells how far the best candidate can be trusted. */
export function bestSignals(ranking: Ranking, kinship: EntryRelations): readonly number[] {
  const [first] = ranking.candidates;
  const ours = inScopeShare(ranking, kinship);
  const side = first && kinship.elsewhere.has(first.entry) ? 1 - ours : ours;
  return [logOdds(first?.probability ?? 0), logOdds(side), ranking.understood];
}

/** What tells whether the question means one of a family of entries, whose probabilities add up to `share`. */
export function familySignals({ understood }: Ranking, share: number): readonly number[] {
  return [logOdds(share), understood];
}

/** What tells whether the question is about what we are here for. */
export function inScopeSignals(ranking: Ranking, kinship: EntryRelations): readonly number[] {
  return [logOdds(inScopeShare(ranking, kinship)), ranking.understood];
}

/** The probability of all entries together that are not `elsewhere`. */
function inScopeShare({ candidates }: Ranking, { elsewhere }: EntryRelations): number {
  return candidates.reduce(
    (sum, { entry, probability }) => sum + (elsewhere.has(entry) ? 0 : probability),
    0,
  );
}

/** The choice whose entries together are the likeliest, among those that the best candidate belongs to. */
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
