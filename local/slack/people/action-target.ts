import type { SlackBlock } from "../schemas/blocks.ts";
import { messagesSeenBy } from "../state/messages.ts";
import type { InputValue, InputValues, WorkspaceMessage, WorkspaceView } from "../state/model.ts";
import { findView, initialInputs, replaceView } from "../state/views.ts";
import type { SlackActor } from "./actor.ts";
import type { PlacedElement } from "./find-element.ts";

/** What a person acts on: a visible message or an open view. */
export type ActionTarget = WorkspaceMessage | WorkspaceView;

/** The current version of a message. Throws if the person can't see it. */
export function currentMessage(
  { context, user }: SlackActor,
  { channel, ts }: WorkspaceMessage,
): WorkspaceMessage {
  const found = messagesSeenBy(context, user.id, channel).find((message) => message.ts === ts);
  if (!found) throw new Error(`${user.name} sees no message ${ts} in ${channel}`);
  return found;
}

/** The current version of a view. Throws if the person does not have it open. */
export function currentView({ context, user }: SlackActor, { id }: WorkspaceView): WorkspaceView {
  const found = findView(context, (view) => view.id === id && view.user === user.id);
  if (!found) throw new Error(`${user.name} has no view ${id} open`);
  return found;
}

export function currentBlocks(actor: SlackActor, target: ActionTarget): readonly SlackBlock[] {
  return "ts" in target
    ? (currentMessage(actor, target).blocks ?? [])
    : currentView(actor, target).body.blocks;
}

/** The inputs as the person sees them: the initial ones, overridden by what they entered. */
export function currentInputs(actor: SlackActor, target: ActionTarget): InputValues {
  if (!("ts" in target)) return currentView(actor, target).values;
  const entered = actor.context.state.data.entered[actor.user.id]?.[keyOf(target)] ?? {};
  return { ...initialInputs({ blocks: [...currentBlocks(actor, target)] }), ...entered };
}

export function saveInput(
  actor: SlackActor,
  target: ActionTarget,
  { placed, entered }: { readonly placed: PlacedElement; readonly entered: InputValue },
): void {
  const { context, user } = actor;
  const before = currentInputs(actor, target);
  const values = { ...before, [placed.blockId]: { ...before[placed.blockId], [placed.actionId]: entered } };
  if (!("ts" in target)) {
    const view = currentView(actor, target);
    replaceView(context, view, { ...view, values });
    return;
  }
  context.state.change((data) => ({
    ...data,
    entered: { ...data.entered, [user.id]: { ...data.entered[user.id], [keyOf(target)]: values } },
  }));
}

function keyOf({ channel, ts }: WorkspaceMessage): string {
  return `${channel}/${ts}`;
}
