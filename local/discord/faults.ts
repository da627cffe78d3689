/** What goes wrong with a request to the REST API. */
export type RestFault = {
  /** As in the API's description, with any names: "POST /channels/{channel}/messages". */
  readonly on: string;
} & (
  | {
      readonly kind: "rateLimited";
      readonly retryAfter: number;
      readonly scope?: "user" | "global" | "shared";
    }
  | { readonly kind: "serverError"; readonly status?: number }
  /** The answer takes as long, by the server's clock. */
  | { readonly kind: "slow"; readonly ms: number }
  /** The work is done and the connection ends without an answer: for an interaction, a lost acknowledgement. */
  | { readonly kind: "lostAnswer" }
  /** The connection ends and nothing was done. */
  | { readonly kind: "lostRequest" }
  /** Refused with a code of Discord's, such as 50013. */
  | { readonly kind: "refused"; readonly status: number; readonly code: number; readonly message?: string }
  /** An answer that is no JSON. */
  | { readonly kind: "garbled" }
);

/** What a test can make go wrong. */
export interface Faults {
  /** The next request of a kind goes wrong. */
  next(fault: RestFault): void;
  /** Ends the gateway's connections: with a close code, or without a word. */
  dropGateway(code?: number): void;
  /** Asks the app to connect anew and resume, as Discord does now and then. */
  askToReconnect(): void;
  /** The session is over; with `canResume` only the connection is. */
  invalidateSession(canResume?: boolean): void;
  /** The next heartbeat is not acknowledged, as on a dead connection. */
  missHeartbeat(): void;
  /** The gateway's open connections are dead: nothing passes either way, and nobody is told. */
  freezeGateway(): void;
  duplicateNextEvent(): void;
  holdEvents(): void;
  releaseEvents(order: "kept" | "reversed"): void;
}
