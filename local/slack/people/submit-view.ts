import { toViewPayload } from "../payloads.ts";
import type { InputValue, WorkspaceView } from "../state/model.ts";
import { closeModals, findView } from "../state/views.ts";
import { currentView } from "./action-target.ts";
import { commonInteractionFields, type SlackActor } from "./actor.ts";
import { findElement, type PlacedElement, placedElementsIn } from "./find-element.ts";
import { type SlackOutcome, toFailure } from "./outcome.ts";
import { applyResponseAction } from "./response-action.ts";
import { enterText, pickOption } from "./use-elements.ts";

/** The text to type or the options to pick, by a field's label, block_id or action_id. */
export type ViewInputs = Readonly<Record<string, string | readonly string[]>>;

/** Fills in a modal and submits it: reference/interaction-payloads/view-interactions-payload */
export async function submitView(
  actor: SlackActor,
  target: WorkspaceView,
  inputs: ViewInputs,
): Promise<SlackOutcome> {
  for (const [wanted, value] of Object.entries(inputs)) await fillField(actor, target, { wanted, value });
  const view = currentView(actor, target);
  if (view.body.type !== "modal" || view.body.submit === undefined)
    throw new Error("this view has no submit button");
  const errors = findInputErrors(view);
  if (Object.keys(errors).length > 0) return { kind: "incomplete", errors };
  const acknowledgement = await actor.deliver({
    kind: "interaction",
    body: {
      type: "view_submission",
      ...commonInteractionFields(actor),
      trigger_id: actor.triggerIds.issue({ user: actor.user.id, from: "submission" }),
      view: toViewPayload(view, actor.context.app),
      response_urls: [],
    },
  });
  if (acknowledgement.kind !== "acknowledged") return toFailure(acknowledgement);
  const current = findView(actor.context, ({ id }) => id === view.id);
  return current ? applyResponseAction(actor.context, current, acknowledgement.body) : { kind: "closed" };
}

/** Closes a modal. The app is told if it set notify_on_close. */
export async function closeView(
  actor: SlackActor,
  target: WorkspaceView,
  isCleared = false,
): Promise<SlackOutcome> {
  const view = currentView(actor, target);
  closeModals(actor.context, actor.user.id, isCleared ? undefined : view);
  if (view.body.type !== "modal" || view.body.notify_on_close !== true) return { kind: "closed" };
  await actor.deliver({
    kind: "interaction",
    body: {
      type: "view_closed",
      ...commonInteractionFields(actor),
      view: toViewPayload(view, actor.context.app),
      is_cleared: isCleared,
    },
  });
  return { kind: "closed" };
}

interface FieldInput {
  readonly wanted: string;
  readonly value: string | readonly string[];
}

async function fillField(
  actor: SlackActor,
  target: WorkspaceView,
  { wanted, value }: FieldInput,
): Promise<void> {
  const { element } = findElement(currentView(actor, target).body.blocks, wanted);
  if (element.type === "plain_text_input") {
    await enterText(actor, target, { field: wanted, text: String(value) });
    return;
  }
  for (const option of [value].flat()) await pickOption(actor, target, { element: wanted, option });
}

/** Slack's own validation before a submission: required fields and lengths. By block_id. */
function findInputErrors(view: WorkspaceView): Readonly<Record<string, string>> {
  return Object.fromEntries(
    placedElementsIn(view.body.blocks).flatMap((placed) => {
      const error = findInputError(placed, view.values[placed.blockId]?.[placed.actionId]);
      return error === undefined ? [] : [[placed.blockId, error]];
    }),
  );
}

function findInputError({ block, element }: PlacedElement, entered?: InputValue): string | undefined {
  if (block.type !== "input" || !entered) return undefined;
  if (isEmpty(entered)) return block.optional === true ? undefined : "Please complete this required field.";
  if (element.type !== "plain_text_input" || entered.type !== "plain_text_input") return undefined;
  const { length } = entered.value ?? "";
  if (length < (element.min_length ?? 0)) return `Please enter at least ${element.min_length} characters.`;
  const max = element.max_length ?? 3000;
  return length > max ? `Please enter at most ${max} characters.` : undefined;
}

function isEmpty(entered: InputValue): boolean {
  switch (entered.type) {
    case "plain_text_input":
      return (entered.value ?? "").trim() === "";
    case "static_select":
    case "radio_buttons":
      return entered.selected_option === null;
    case "checkboxes":
      return entered.selected_options.length === 0;
  }
}
