/** The program can't do what it was started for, for a reason outside of it. The message says what to do. */
export class StartError extends Error {
  override readonly name = "StartError";
}
