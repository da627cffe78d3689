import { z } from "zod";
import { parseView } from "../schemas/parse.ts";
import type { WorkspaceView } from "../state/model.ts";
import { closeModals, pushModal, replaceView, updateView } from "../state/views.ts";
import { isApiError, type WebApiError } from "../web-api/result.ts";
import type { WorkspaceContext } from "../workspace-context.ts";
import type { SlackOutcome } from "./outcome.ts";

/** surfaces/modals#close_modal, #updating_response, #displaying_errors */
const responseAction = z.discriminatedUnion("response_action", [
  z.strictObject({
    response_action: z.literal("errors"),
    errors: z
      .record(z.string(), z.string().min(1))
      .refine((errors) => Object.keys(errors).length > 0, { error: "names no block" }),
  }),
  z.strictObject({ response_action: z.literal("clear") }),
  z.strictObject({ response_action: z.literal("update"), view: z.unknown() }),
  z.strictObject({ response_action: z.literal("push"), view: z.unknown() }),
]);

const invalidResponse: SlackOutcome = { kind: "failed", error: "invalid_response" };

/** Applies the response_action in the acknowledgement of a submission. Without one, closes the modal. */
export function applyResponseAction(
  context: WorkspaceContext,
  view: WorkspaceView,
  body: unknown,
): SlackOutcome {
  if (body === undefined) {
    closeModals(context, view.user, view);
    return { kind: "closed" };
  }
  const { data: action } = responseAction.safeParse(body);
  if (!action) return invalidResponse;
  switch (action.response_action) {
    case "clear":
      closeModals(context, view.user);
      return { kind: "closed" };
    case "errors":
      return showErrors(context, view, action.errors);
    case "update":
      return showView("updated", action.view, (next) => updateView(context, view, next));
    case "push":
      return showView("pushed", action.view, (next) => pushModal(context, view.user, next));
  }
}

/** Every error must belong to an existing input block: surfaces/modals#displaying_errors */
function showErrors(
  context: WorkspaceContext,
  view: WorkspaceView,
  errors: Readonly<Record<string, string>>,
): SlackOutcome {
  const inputs = view.body.blocks.filter(({ type }) => type === "input").map(({ block_id }) => block_id);
  if (!Object.keys(errors).every((block) => inputs.includes(block))) return invalidResponse;
  replaceView(context, view, { ...view, errors });
  return { kind: "errors", errors };
}

function showView(
  kind: "updated" | "pushed",
  raw: unknown,
  show: (body: WorkspaceView["body"]) => WorkspaceView | WebApiError,
): SlackOutcome {
  const read = parseView(raw);
  if (isApiError(read) || read.body.type !== "modal") return invalidResponse;
  const view = show(read.body);
  return "ok" in view ? invalidResponse : { kind, view };
}
