/** What goes wrong with a call of the Web API or of a response_url (method "response_url"). */
export type ApiFault = {
  readonly method: string;
} & (
  | { readonly kind: "rateLimited"; readonly retryAfter: number }
  | { readonly kind: "serverError"; readonly status?: number }
  /** The answer takes as long, by the workspace's clock. */
  | { readonly kind: "slow"; readonly ms: number }
  /** The work is done and the connection ends without an answer. */
  | { readonly kind: "lostAnswer" }
  /** The connection ends and nothing was done. */
  | { readonly kind: "lostRequest" }
  /** Refused with a code of Slack's, such as internal_error. */
  | { readonly kind: "refused"; readonly error: string }
  /** An answer that is no JSON. */
  | { readonly kind: "garbled" }
);

/** What goes wrong with the next delivery to a request URL. */
export type DeliveryFault = "wrongSignature" | "oldSignature" | "futureSignature";

/** What a test can make go wrong. */
export interface Faults {
  /** The next call of a method goes wrong. */
  next(fault: ApiFault): void;
  /** The next delivery to the request URL goes wrong. */
  nextDelivery(fault: DeliveryFault): void;
  dropSockets(): void;
  /** Asks the app to connect anew, as Slack does every few hours. */
  refreshSockets(reason?: "refresh_requested" | "warning" | "link_disabled"): void;
  duplicateNextEvent(): void;
  holdEvents(): void;
  releaseEvents(order: "kept" | "reversed"): void;
}
