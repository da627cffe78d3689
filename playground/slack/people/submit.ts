import { z } from "zod";
import type { Core } from "../core.ts";
import { readView } from "../schemas/read.ts";
import type { Entered, User, View } from "../state/model.ts";
import { closeModals, modalsOf, pushModal, replaceView, updateView } from "../state/views.ts";
import { viewToWire } from "../state/wire.ts";
import { isRefusal, type Refusal } from "../web-api/answer.ts";
import { currentView, enter, pick } from "./act.ts";
import { findElement, type Placed, placedIn } from "./find-element.ts";
import { type Outcome, toFailure } from "./outcome.ts";
import { interactionBy, type Street } from "./street.ts";

/** By a field's label, block_id or action_id: what is typed, or which options are picked. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** Fills in a modal and submits it: reference/interaction-payloads/view-interactions-payload */
export async function submit(street: Street, user: User, target: View, filled: Filled): Promise<Outcome> {
  for (const [wanted, value] of Object.entries(filled)) await fill(street, user, { target, wanted, value });
  const view = currentView(street.core, target);
  if (view.body.type !== "modal" || view.body.submit === undefined)
    throw new Error("this view has no submit button");
  const missing = findMissing(view);
  if (Object.keys(missing).length > 0) return { kind: "incomplete", errors: missing };
  const acknowledgement = await street.deliver({
    kind: "interaction",
    body: {
      type: "view_submission",
      ...interactionBy(street, user),
      trigger_id: street.triggers.issue({ user: user.id, view: view.id }),
      view: viewToWire(view, street.core.app),
      response_urls: [],
    },
  });
  if (acknowledgement.kind !== "acknowledged") return toFailure(acknowledgement);
  return follow(street.core, user, { target: view, body: acknowledgement.body });
}

/** Closes a modal; the app hears of it when it asked to: notify_on_close. */
export async function close(street: Street, user: User, target: View, isCleared = false): Promise<Outcome> {
  const view = currentView(street.core, target);
  closeModals(street.core, user.id, isCleared ? undefined : view);
  if (view.body.type !== "modal" || view.body.notify_on_close !== true) return { kind: "closed" };
  await street.deliver({
    kind: "interaction",
    body: {
      type: "view_closed",
      ...interactionBy(street, user),
      view: viewToWire(view, street.core.app),
      is_cleared: isCleared,
    },
  });
  return { kind: "closed" };
}

interface Filling {
  readonly target: View;
  readonly wanted: string;
  readonly value: string | readonly string[];
}

async function fill(street: Street, user: User, { target, wanted, value }: Filling): Promise<void> {
  const { element } = findElement(currentView(street.core, target).body.blocks, wanted);
  if (element.type === "plain_text_input") {
    await enter(street, user, target, wanted, String(value));
    return;
  }
  for (const option of [value].flat()) await pick(street, user, target, wanted, option);
}

/** What Slack itself asks before it sends a form: that what is required is there, and the lengths. */
function findMissing(view: View): Readonly<Record<string, string>> {
  return Object.fromEntries(
    placedIn(view.body.blocks).flatMap((placed) => {
      const fault = findFault(placed, view.values[placed.blockId]?.[placed.actionId]);
      return fault === undefined ? [] : [[placed.blockId, fault]];
    }),
  );
}

function findFault({ block, element }: Placed, entered?: Entered): string | undefined {
  if (block.type !== "input" || !entered) return undefined;
  if (isEmpty(entered)) return block.optional === true ? undefined : "Please complete this required field.";
  if (element.type !== "plain_text_input" || entered.type !== "plain_text_input") return undefined;
  const { length } = entered.value ?? "";
  if (length < (element.min_length ?? 0)) return `Please enter at least ${element.min_length} characters.`;
  const max = element.max_length ?? 3000;
  return length > max ? `Please enter at most ${max} characters.` : undefined;
}

function isEmpty(entered: Entered): boolean {
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

interface Answered {
  readonly target: View;
  readonly body: unknown;
}

const invalid: Outcome = { kind: "failed", error: "invalid_response" };

function follow(core: Core, user: User, { target, body }: Answered): Outcome {
  const view = currentView(core, target);
  if (body === undefined) {
    closeModals(core, user.id, view);
    return { kind: "closed" };
  }
  const { data: action } = responseAction.safeParse(body);
  if (!action) return invalid;
  switch (action.response_action) {
    case "clear":
      closeModals(core, user.id);
      return { kind: "closed" };
    case "errors":
      return showErrors(core, view, action.errors);
    case "update":
      return showView("updated", action.view, (next) => updateView(core, view, next));
    case "push":
      return showView("pushed", action.view, (next) => pushModal(core, user.id, next));
  }
}

/** Errors belong to input blocks that are there: surfaces/modals#displaying_errors */
function showErrors(core: Core, view: View, errors: Readonly<Record<string, string>>): Outcome {
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

export function frontModal(core: Core, user: User): View | undefined {
  return modalsOf(core, user.id).at(-1);
}
