/** The store did not accept an event. It must not be acknowledged, so that Slack sends it again. */
export class NotStoredError extends Error {
  override readonly name = "NotStoredError";
}
