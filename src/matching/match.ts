/** An entry that a question may mean, with its probability, 0 to 1. */
export interface Candidate {
  readonly entry: string;
  readonly confidence: number;
}

interface Ranked {
  /** All entries, likeliest first. */
  readonly candidates: readonly Candidate[];
}

/** The result for a question: one entry, a choice to ask, up to three suggestions, or nothing. */
export type Match = Ranked &
  (
    | { readonly outcome: "answer"; readonly entry: string }
    | { readonly outcome: "choice"; readonly entry: string }
    | { readonly outcome: "suggest"; readonly entries: readonly string[] }
    | { readonly outcome: "decline" }
  );
