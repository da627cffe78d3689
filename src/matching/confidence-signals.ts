import type { EntryRelations } from "./entry-relations.ts";
import type { Reading } from "./reading.ts";

/**
 * Signals for whether a question is ours: the probability of our entries, the share that was understood, whether it names
 * what is ours, what hints at it, what is used, others and unknown ones, and its length.
 */
export function oursSignals({ ours, understood, names, words }: Reading): readonly number[] {
  return [
    logOdds(ours.probability),
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
export function bestSignals({ ours, understood }: Reading, relations: EntryRelations): readonly number[] {
  const meanings = new Map<string, number>();
  for (const { entry, probability } of ours.shares) {
    const meaning = relations.meaningOf(entry);
    meanings.set(meaning, (meanings.get(meaning) ?? 0) + probability);
  }
  const [first = 0, second = 0] = [...meanings.values()].sort((a, b) => b - a);
  return [logOdds(first), first - second, understood, logOdds(ours.probability)];
}

/** Signals for whether a question that is ours means a member of a family with this share of our probability. */
export function familySignals({ understood }: Pick<Reading, "understood">, share: number): readonly number[] {
  return [logOdds(share), understood];
}

/** The likeliest family among those that the best of our candidates belongs to. */
export function likeliestFamily({ ours: { shares } }: Reading, relations: EntryRelations) {
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
