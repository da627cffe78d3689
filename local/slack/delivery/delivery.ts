/** Something for the app. */
export type Delivery =
  | { readonly kind: "event"; readonly body: object; readonly retry?: Retry | undefined }
  | { readonly kind: "command"; readonly body: Readonly<Record<string, string>> }
  | { readonly kind: "interaction"; readonly body: object };

/** apis/events-api#retries */
export interface Retry {
  readonly number: number;
  readonly reason: "http_timeout" | "http_error" | "connection_failed";
}

/** What became of it. */
export type Acknowledgement =
  | { readonly kind: "acknowledged"; readonly body: unknown }
  /** The app answered with a fault; it may ask not to be tried again (x-slack-no-retry). */
  | { readonly kind: "refused"; readonly noRetry: boolean }
  | { readonly kind: "unreachable" }
  | { readonly kind: "timeout" };

/** Brings something to the app and waits for as long as it takes. */
export type Carry = (delivery: Delivery) => Promise<Acknowledgement>;
