/** It is not known whether a person saw a message that nobody else sees. It can't be looked up, and takes another way. */
export class UnclearOutcomeError extends Error {
  override readonly name = "UnclearOutcomeError";
}
