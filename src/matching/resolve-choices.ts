import type { EntryRelations } from "./entry-relations.ts";
import type { Candidate } from "./match.ts";

/**
 * Replaces each choice by the entries behind it, which share its confidence in proportion to their own. Likeliest first. The
 * front page is dropped.
 */
export function resolveChoices(
  candidates: readonly Candidate[],
  { answersBehind, choices }: EntryRelations,
): readonly Candidate[] {
  const answers = candidates.filter(({ entry }) => !choices.has(entry));
  const own = new Map(answers.map(({ entry, confidence }) => [entry, confidence]));
  const all = new Map(own);
  for (const { entry, confidence } of candidates) {
    const options = answersBehind.get(entry) ?? [];
    const total = options.reduce((sum, option) => sum + (own.get(option) ?? 0), 0);
    for (const option of options) {
      const share = total > 0 ? (own.get(option) ?? 0) / total : 0;
      all.set(option, (all.get(option) ?? 0) + confidence * share);
    }
  }
  return answers
    .map(({ entry }) => ({ entry, confidence: all.get(entry) ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}
