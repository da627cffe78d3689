/** A fault in a call of the Web API, or of a response_url (method "response_url"). */
export type WebApiFault = {
  readonly method: string;
  /** Whether it applies in a channel, by its id. Default: everywhere. */
  readonly inChannel?: (channel: string) => boolean;
} & (
  | { readonly kind: "rateLimited"; readonly retryAfter: number }
  | { readonly kind: "serverError"; readonly status?: number }
  /** The response is delayed, by the workspace's clock. */
  | { readonly kind: "slow"; readonly ms: number }
  /** The call is executed, then the connection ends without a response. */
  | { readonly kind: "lostAnswer" }
  /** The connection ends and nothing is executed. */
  | { readonly kind: "lostRequest" }
  /** Refused with an error code of Slack, such as internal_error. */
  | { readonly kind: "refused"; readonly error: string }
  /** The response is not JSON. */
  | { readonly kind: "garbled" }
);

/** A fault in a delivery to the request URL. */
export type DeliveryFault = "wrongSignature" | "oldSignature" | "futureSignature";

/** Faults that a test can inject. */
export interface WorkspaceFaults {
  /** Applies to the next call of the method. */
  next(fault: WebApiFault): void;
  /** Applies to every call of the method until it is ended by the function that is returned. */
  always(fault: WebApiFault): () => void;
  /** Applies to the next delivery to the request URL. */
  nextDelivery(fault: DeliveryFault): void;
  dropSockets(): void;
  /** Asks the app to reconnect, as Slack does every few hours. */
  refreshSockets(reason?: "refresh_requested" | "warning" | "link_disabled"): void;
  duplicateNextEvent(): void;
  holdEvents(): void;
  releaseEvents(order: "original" | "reversed"): void;
}
