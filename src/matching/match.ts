import type { FoundNames } from "./find-names.ts";

/** An entry that a question may mean, with its probability, 0 to 1. */
export interface Candidate {
  readonly entry: string;
  readonly confidence: number;
}

interface Ranked {
  /** All entries, likeliest first. */
  readonly candidates: readonly Candidate[];
  /** The probability that the question is ours, 0 to 1: one that an answer or a choice is about. */
  readonly ours: number;
  /** The probability that the outcome is right, provided that the question is ours. */
  readonly certainty: number;
  /** What the question names. */
  readonly names: FoundNames;
}

/**
 * The result for a question: one entry, a choice to ask, entries to choose from, or nothing. `several`: the question tells of
 * several troubles, one for each entry.
 */
export type Match = Ranked &
  (
    | { readonly outcome: "answer"; readonly entry: string }
    | { readonly outcome: "choice"; readonly entry: string }
    | { readonly outcome: "suggest"; readonly entries: readonly string[]; readonly several?: true }
    | { readonly outcome: "decline" }
  );
