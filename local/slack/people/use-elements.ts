import type { Option } from "../schemas/options.ts";
import { findChannel } from "../state/channels.ts";
import type { Entered, Message, View } from "../state/model.ts";
import { messageToWire, viewToWire } from "../payloads.ts";
import { type Actor, interactionBy } from "./actor.ts";
import { findElement, findOption, type Placed } from "./find-element.ts";
import { type Outcome, toFailure } from "./outcome.ts";
import { blocksOf, currentMessage, currentView, keepEntered, type Target, valuesOf } from "./action-target.ts";

/** Presses a button, by what is written on it, its action_id or its value. */
export async function press(actor: Actor, target: Target, wanted: string): Promise<Outcome> {
  const placed = findElement(blocksOf(actor, target), wanted);
  const { element } = placed;
  if (element.type !== "button") throw new Error(`"${wanted}" is not a button but ${element.type}`);
  const { text, value, style, url } = element;
  return act(actor, target, { placed, fields: { text, value, style, url } });
}

/** Picks an option of a select, an overflow menu or radio buttons; of checkboxes it ticks or unticks one. */
export async function pick(
  actor: Actor,
  target: Target,
  { element: wanted, option }: { readonly element: string; readonly option: string },
): Promise<Outcome> {
  const placed = findElement(blocksOf(actor, target), wanted);
  const picked = findOption(placed.element, option);
  if (placed.element.type === "overflow")
    return act(actor, target, { placed, fields: { selected_option: picked } });
  const before = valuesOf(actor, target)[placed.blockId]?.[placed.actionId];
  return enterValue(actor, target, { placed, entered: withPicked(placed, picked, before) });
}

/** Types into a field. */
export async function enter(
  actor: Actor,
  target: Target,
  { field, text }: { readonly field: string; readonly text: string },
): Promise<Outcome> {
  const placed = findElement(blocksOf(actor, target), field);
  if (placed.element.type !== "plain_text_input") throw new Error(`nothing can be typed into "${field}"`);
  const value = text === "" ? null : text;
  return enterValue(actor, target, { placed, entered: { type: "plain_text_input", value } });
}

/** Remembers what was entered; the app hears of it at once unless it stands in an input block that is silent. */
async function enterValue(
  actor: Actor,
  target: Target,
  { placed, entered }: { readonly placed: Placed; readonly entered: Entered },
): Promise<Outcome> {
  keepEntered(actor, target, { placed, entered });
  const isSilent = placed.block.type === "input" && placed.block.dispatch_action !== true;
  return isSilent ? { kind: "entered" } : act(actor, target, { placed, fields: entered });
}

function withPicked({ element }: Placed, picked: Option, before?: Entered): Entered {
  switch (element.type) {
    case "static_select":
    case "radio_buttons":
      return { type: element.type, selected_option: picked };
    case "checkboxes":
      return { type: element.type, selected_options: toggle(picked, before) };
    case "button":
    case "overflow":
    case "plain_text_input":
      throw new Error(`nothing can be picked from ${element.type}`);
  }
}

function toggle(picked: Option, before?: Entered): readonly Option[] {
  const ticked = before?.type === "checkboxes" ? before.selected_options : [];
  const others = ticked.filter(({ value, text }) => value !== picked.value || text.text !== picked.text.text);
  return others.length < ticked.length ? others : [...ticked, picked];
}

/** reference/interaction-payloads/block_actions-payload */
async function act(
  actor: Actor,
  target: Target,
  { placed, fields }: { readonly placed: Placed; readonly fields: object },
): Promise<Outcome> {
  const { core, user } = actor;
  const { element, actionId, blockId } = placed;
  const isModal = !("ts" in target) && target.body.type === "modal";
  const action = {
    type: element.type,
    action_id: actionId,
    block_id: blockId,
    ...fields,
    action_ts: core.ids.ts(),
  };
  const acknowledgement = await actor.deliver({
    kind: "interaction",
    body: {
      type: "block_actions",
      ...interactionBy(actor),
      ...("ts" in target ? messagePlace(actor, target) : viewPlace(actor, target)),
      trigger_id: actor.triggers.issue({ user: user.id, from: isModal ? "modal" : "elsewhere" }),
      actions: [action],
    },
  });
  return acknowledgement.kind === "acknowledged" ? { kind: "acknowledged" } : toFailure(acknowledgement);
}

/** An ephemeral message itself is not sent along, only where it stood. */
function messagePlace(actor: Actor, target: Message) {
  const { core, user } = actor;
  const message = currentMessage(actor, target);
  const { channel, ts, thread } = message;
  const isEphemeral = message.visibleTo !== undefined;
  return {
    container: {
      type: "message",
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: isEphemeral,
      ...(thread !== undefined && { thread_ts: thread }),
    },
    channel: { id: channel, name: findChannel(core, channel)?.name ?? "" },
    ...(!isEphemeral && { message: messageToWire(message, core.app) }),
    state: { values: valuesOf(actor, message) },
    response_url: actor.newResponseUrl({ channel, user: user.id, ts }),
  };
}

function viewPlace(actor: Actor, target: View) {
  const view = currentView(actor, target);
  return { container: { type: "view", view_id: view.id }, view: viewToWire(view, actor.core.app) };
}
