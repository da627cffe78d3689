import { z } from "zod";
import type { WorkspaceContext } from "../workspace-context.ts";
import { readView } from "../schemas/parse.ts";
import type { View } from "../state/model.ts";
import { closeModals, pushModal, replaceView, updateView } from "../state/views.ts";
import { isRefusal, type Refusal } from "../web-api/result.ts";
import type { Outcome } from "./outcome.ts";

/** What an acknowledgement may ask for: surfaces/modals#close_modal, #updating_response, #displaying_errors */
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

const invalid: Outcome = { kind: "failed", error: "invalid_response" };

/** Does what the acknowledgement of a submission asks for. */
export function followSubmission(core: WorkspaceContext, view: View, body: unknown): Outcome {
  if (body === undefined) {
    closeModals(core, view.user, view);
    return { kind: "closed" };
  }
  const { data: action } = responseAction.safeParse(body);
  if (!action) return invalid;
  switch (action.response_action) {
    case "clear":
      closeModals(core, view.user);
      return { kind: "closed" };
    case "errors":
      return showErrors(core, view, action.errors);
    case "update":
      return showView("updated", action.view, (next) => updateView(core, view, next));
    case "push":
      return showView("pushed", action.view, (next) => pushModal(core, view.user, next));
  }
}

/** Errors belong to input blocks that are there: surfaces/modals#displaying_errors */
function showErrors(core: WorkspaceContext, view: View, errors: Readonly<Record<string, string>>): Outcome {
  const inputs = view.body.blocks.filter(({ type }) => type === "input").map(({ block_id }) => block_id);
  if (!Object.keys(errors).every((block) => inputs.includes(block))) return invalid;
  replaceView(core, view, { ...view, errors });
  return { kind: "errors", errors };
}

function showView(
  kind: "updated" | "pushed",
  raw: unknown,
  show: (body: View["body"]) => View | Refusal,
): Outcome {
  const read = readView(raw);
  if (isRefusal(read) || read.body.type !== "modal") return invalid;
  const view = show(read.body);
  return "ok" in view ? invalid : { kind, view };
}
