import type { Block } from "../schemas/blocks.ts";
import { messagesSeenBy } from "../state/messages.ts";
import type { Entered, Message, Values, View } from "../state/model.ts";
import { findView, initialValues, replaceView } from "../state/views.ts";
import type { Actor } from "./actor.ts";
import type { Placed } from "./find-element.ts";

/** What somebody acts on: a message that they see, or a view that they have open. */
export type Target = Message | View;

/** The message as it is now, which whoever acts has to see. */
export function currentMessage({ core, user }: Actor, { channel, ts }: Message): Message {
  const found = messagesSeenBy(core, user.id, channel).find((message) => message.ts === ts);
  if (!found) throw new Error(`${user.name} sees no message ${ts} in ${channel}`);
  return found;
}

/** The view as it is now, which whoever acts has to have open. */
export function currentView({ core, user }: Actor, { id }: View): View {
  const found = findView(core, (view) => view.id === id && view.user === user.id);
  if (!found) throw new Error(`${user.name} has no view ${id} open`);
  return found;
}

export function blocksOf(actor: Actor, target: Target): readonly Block[] {
  return "ts" in target
    ? (currentMessage(actor, target).blocks ?? [])
    : currentView(actor, target).body.blocks;
}

/** What the fields hold: what was entered, and what they held before anybody entered anything. */
export function valuesOf(actor: Actor, target: Target): Values {
  if (!("ts" in target)) return currentView(actor, target).values;
  const entered = actor.core.state.data.entered[actor.user.id]?.[keyOf(target)] ?? {};
  return { ...initialValues({ blocks: [...blocksOf(actor, target)] }), ...entered };
}

export function keepEntered(
  actor: Actor,
  target: Target,
  { placed, entered }: { readonly placed: Placed; readonly entered: Entered },
): void {
  const { core, user } = actor;
  const before = valuesOf(actor, target);
  const values = { ...before, [placed.blockId]: { ...before[placed.blockId], [placed.actionId]: entered } };
  if (!("ts" in target)) {
    const view = currentView(actor, target);
    replaceView(core, view, { ...view, values });
    return;
  }
  core.state.change((data) => ({
    ...data,
    entered: { ...data.entered, [user.id]: { ...data.entered[user.id], [keyOf(target)]: values } },
  }));
}

function keyOf({ channel, ts }: Message): string {
  return `${channel}/${ts}`;
}
