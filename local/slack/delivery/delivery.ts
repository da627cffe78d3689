/** An event or interaction to deliver to the app. */
export type AppDelivery =
  | { readonly kind: "event"; readonly body: object; readonly retry?: EventRetry | undefined }
  | { readonly kind: "command"; readonly body: Readonly<Record<string, string>> }
  | { readonly kind: "interaction"; readonly body: object };

/** apis/events-api#retries */
export interface EventRetry {
  readonly number: number;
  readonly reason: "http_timeout" | "http_error" | "connection_failed";
}

/** The result of a delivery. */
export type Acknowledgement =
  | { readonly kind: "acknowledged"; readonly body: unknown }
  /** The app responded with an error status. It may forbid a retry (x-slack-no-retry). */
  | { readonly kind: "refused"; readonly noRetry: boolean }
  | { readonly kind: "unreachable" }
  | { readonly kind: "timeout" };

/** Delivers to the app, without a timeout. */
export type Deliver = (delivery: AppDelivery) => Promise<Acknowledgement>;
