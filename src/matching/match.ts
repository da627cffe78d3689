/** An entry that a question may mean, with the probability (0 to 1) that it does. */
export interface Candidate {
  readonly entry: string;
  readonly confidence: number;
}

interface Ranked {
  /** Every entry, the likeliest first. */
  readonly candidates: readonly Candidate[];
}

/** What is made of a question: one entry, a choice to ask, up to three to offer, or nothing. */
export type Match = Ranked &
  (
    | { readonly outcome: "answer"; readonly entry: string }
    | { readonly outcome: "choice"; readonly entry: string }
    | { readonly outcome: "suggest"; readonly entries: readonly string[] }
    | { readonly outcome: "decline" }
  );
