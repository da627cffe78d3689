/** A question with the payload that the baseline bot answers it with: the same one as Signpost's. */
export type PreparedAnswer = readonly [question: string, payload: object];
