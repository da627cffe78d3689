/** A fault in a request to the REST API. */
export type RestFault = {
  /** The route as in the API's description, with any parameter names: "POST /channels/{channel}/messages". */
  readonly on: string;
  /** Whether it applies to a request, by its path. Default: to all. */
  readonly atPath?: (path: string) => boolean;
} & (
  | {
      readonly kind: "rateLimited";
      readonly retryAfter: number;
      readonly scope?: "user" | "global" | "shared";
    }
  | { readonly kind: "serverError"; readonly status?: number }
  /** The response is delayed, by the guild's clock. */
  | { readonly kind: "slow"; readonly ms: number }
  /** The request is executed, then the connection ends without a response: for an interaction, a lost acknowledgement. */
  | { readonly kind: "lostAnswer" }
  /** The connection ends and nothing is executed. */
  | { readonly kind: "lostRequest" }
  /** The connection is closed in order, without a response, and nothing is executed. */
  | { readonly kind: "closed" }
  /** A page of HTML, such as Cloudflare's, and nothing is executed. `retryAfter` is in seconds. */
  | { readonly kind: "page"; readonly status: number; readonly retryAfter?: number; readonly html?: string }
  /** Refused with an error code of Discord, such as 50013. */
  | { readonly kind: "refused"; readonly status: number; readonly code: number; readonly message?: string }
  /** The response is not JSON. */
  | { readonly kind: "garbled" }
);

/** Faults that a test can inject. */
export interface GuildFaults {
  /** Applies to the next request to the route. */
  next(fault: RestFault): void;
  /** Applies to every request to the route until it is ended by the function that is returned. */
  always(fault: RestFault): () => void;
  /** Closes the gateway connections, or those of a shard, with a close code, or without one terminates them. */
  dropGateway(code?: number, shard?: number): void;
  /** Asks the app to reconnect and resume, as Discord does regularly. */
  askToReconnect(): void;
  /** Sends Invalid Session to all, or to those of a shard. Without `canResume` the sessions end. */
  invalidateSession(canResume?: boolean, shard?: number): void;
  /** Leaves the next heartbeat unacknowledged, as on a dead connection. */
  missHeartbeat(): void;
  /** Freezes the open gateway connections, or those of a shard: nothing passes any more, and neither side is told. */
  freezeGateway(shard?: number): void;
  duplicateNextEvent(): void;
  /** Sends an event to the app as it is, whatever the state: for shapes that people here can't write. */
  dispatch(type: string, data: object): void;
  holdEvents(): void;
  releaseEvents(order: "original" | "reversed"): void;
}
