/** The process can't start for a reason outside of it. The message says what to do. */
export class StartError extends Error {
  override readonly name = "StartError";
}
