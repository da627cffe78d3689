/**
 * The platform refuses an answer for good, and no other way to its person is left. Thrown by `send` of an outcome and by
 * `deliver`: the event is then finished, since another attempt would be refused as well.
 */
export class UndeliverableError extends Error {
  override readonly name = "UndeliverableError";
}
