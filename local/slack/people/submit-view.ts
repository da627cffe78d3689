import type { Entered, View } from "../state/model.ts";
import { closeModals, findView } from "../state/views.ts";
import { viewToWire } from "../payloads.ts";
import { enter, pick } from "./use-elements.ts";
import { type Actor, interactionBy } from "./actor.ts";
import { findElement, type Placed, placedIn } from "./find-element.ts";
import { followSubmission } from "./response-action.ts";
import { type Outcome, toFailure } from "./outcome.ts";
import { currentView } from "./action-target.ts";

/** By a field's label, block_id or action_id: what is typed, or which options are picked. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** Fills in a modal and submits it: reference/interaction-payloads/view-interactions-payload */
export async function submit(actor: Actor, target: View, filled: Filled): Promise<Outcome> {
  for (const [wanted, value] of Object.entries(filled)) await fill(actor, target, { wanted, value });
  const view = currentView(actor, target);
  if (view.body.type !== "modal" || view.body.submit === undefined)
    throw new Error("this view has no submit button");
  const missing = findMissing(view);
  if (Object.keys(missing).length > 0) return { kind: "incomplete", errors: missing };
  const acknowledgement = await actor.deliver({
    kind: "interaction",
    body: {
      type: "view_submission",
      ...interactionBy(actor),
      trigger_id: actor.triggers.issue({ user: actor.user.id, from: "submission" }),
      view: viewToWire(view, actor.core.app),
      response_urls: [],
    },
  });
  if (acknowledgement.kind !== "acknowledged") return toFailure(acknowledgement);
  const still = findView(actor.core, ({ id }) => id === view.id);
  return still ? followSubmission(actor.core, still, acknowledgement.body) : { kind: "closed" };
}

/** Closes a modal; the app hears of it when it asked to: notify_on_close. */
export async function close(actor: Actor, target: View, isCleared = false): Promise<Outcome> {
  const view = currentView(actor, target);
  closeModals(actor.core, actor.user.id, isCleared ? undefined : view);
  if (view.body.type !== "modal" || view.body.notify_on_close !== true) return { kind: "closed" };
  await actor.deliver({
    kind: "interaction",
    body: {
      type: "view_closed",
      ...interactionBy(actor),
      view: viewToWire(view, actor.core.app),
      is_cleared: isCleared,
    },
  });
  return { kind: "closed" };
}

interface Filling {
  readonly wanted: string;
  readonly value: string | readonly string[];
}

async function fill(actor: Actor, target: View, { wanted, value }: Filling): Promise<void> {
  const { element } = findElement(currentView(actor, target).body.blocks, wanted);
  if (element.type === "plain_text_input") {
    await enter(actor, target, { field: wanted, text: String(value) });
    return;
  }
  for (const option of [value].flat()) await pick(actor, target, { element: wanted, option });
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
