/** A payload is none of Slack's. It is refused with 400. */
export class MalformedError extends Error {
  override readonly name = "MalformedError";
}
