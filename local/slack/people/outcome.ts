import type { Acknowledgement } from "../delivery/delivery.ts";
import type { WorkspaceMessage, WorkspaceView } from "../state/model.ts";

/** What a person sees after an action. */
export type SlackOutcome =
  /** Acknowledged by the app. A command's acknowledgement may contain a message. */
  | { readonly kind: "acknowledged"; readonly message?: WorkspaceMessage | undefined }
  /** A warning beside the button, or Slackbot's "/aws-help failed with the error ...". */
  | { readonly kind: "failed"; readonly error: "operation_timeout" | "dispatch_failed" | "invalid_response" }
  /** Entered or picked. The app is told when the form is submitted. */
  | { readonly kind: "entered" }
  /** Rejected by Slack's own validation of the form, by block_id. The app is not told. */
  | { readonly kind: "incomplete"; readonly errors: Readonly<Record<string, string>> }
  /** Rejected by the app, by block_id. */
  | { readonly kind: "errors"; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: "updated"; readonly view: WorkspaceView }
  | { readonly kind: "pushed"; readonly view: WorkspaceView }
  | { readonly kind: "closed" };

export type FailedOutcome = Extract<SlackOutcome, { readonly kind: "failed" }>;

/** What Slack shows for a delivery that was not acknowledged. */
export function toFailure(
  acknowledgement: Exclude<Acknowledgement, { readonly kind: "acknowledged" }>,
): FailedOutcome {
  switch (acknowledgement.kind) {
    case "timeout":
      return { kind: "failed", error: "operation_timeout" };
    case "refused":
    case "unreachable":
      return { kind: "failed", error: "dispatch_failed" };
  }
}
