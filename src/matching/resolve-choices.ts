import type { EntryRelations } from "./entry-relations.ts";
import type { Candidate } from "./match.ts";

/**
 * What a question may mean in the end, the likeliest first: a choice is no meaning but asks for one, so how
 * likely it is goes to the entries it leads to, in their proportions. The front page means nothing by itself.
 */
export function resolveChoices(
  candidates: readonly Candidate[],
  { answersBehind, choices }: EntryRelations,
): readonly Candidate[] {
  const leaves = candidates.filter(({ entry }) => !choices.has(entry));
  const own = new Map(leaves.map(({ entry, confidence }) => [entry, confidence]));
  const all = new Map(own);
  for (const { entry, confidence } of candidates) {
    const options = answersBehind.get(entry) ?? [];
    const together = options.reduce((sum, option) => sum + (own.get(option) ?? 0), 0);
    for (const option of options) {
      const part = together > 0 ? (own.get(option) ?? 0) / together : 0;
      all.set(option, (all.get(option) ?? 0) + confidence * part);
    }
  }
  return leaves
    .map(({ entry }) => ({ entry, confidence: all.get(entry) ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}
