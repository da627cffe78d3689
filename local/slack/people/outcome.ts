import type { Acknowledgement } from "../delivery/delivery.ts";
import type { Message, View } from "../state/model.ts";

/** What a person sees of what they did. */
export type Outcome =
  /** The app took it; a command's acknowledgement may bring a message. */
  | { readonly kind: "acknowledged"; readonly message?: Message | undefined }
  /** A warning beside the button, or Slackbot's "/aws-help failed with the error ...". */
  | { readonly kind: "failed"; readonly error: "operation_timeout" | "dispatch_failed" | "invalid_response" }
  /** Entered or picked, which the app hears of when the form is submitted. */
  | { readonly kind: "entered" }
  /** Slack itself says what is missing in the form; the app hears nothing. By block_id. */
  | { readonly kind: "incomplete"; readonly errors: Readonly<Record<string, string>> }
  /** The app says what is wrong in the form. By block_id. */
  | { readonly kind: "errors"; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: "updated"; readonly view: View }
  | { readonly kind: "pushed"; readonly view: View }
  | { readonly kind: "closed" };

export type Failed = Extract<Outcome, { readonly kind: "failed" }>;

/** How Slack words what the app did not acknowledge. */
export function toFailure(
  acknowledgement: Exclude<Acknowledgement, { readonly kind: "acknowledged" }>,
): Failed {
  switch (acknowledgement.kind) {
    case "timeout":
      return { kind: "failed", error: "operation_timeout" };
    case "refused":
    case "unreachable":
      return { kind: "failed", error: "dispatch_failed" };
  }
}
