import { toMessagePayload, toViewPayload } from "../payloads.ts";
import type { SlackOption } from "../schemas/options.ts";
import { findChannel } from "../state/channels.ts";
import type { InputValue, WorkspaceMessage, WorkspaceView } from "../state/model.ts";
import {
  type ActionTarget,
  currentBlocks,
  currentInputs,
  currentMessage,
  currentView,
  saveInput,
} from "./action-target.ts";
import { commonInteractionFields, type SlackActor } from "./actor.ts";
import { findElement, findOption, findSelectWith, type PlacedElement } from "./find-element.ts";
import { type SlackOutcome, toFailure } from "./outcome.ts";

/** Presses a button, given by its text, action_id or value, or picks the option with this text or value of a select. */
export async function pressButton(
  actor: SlackActor,
  target: ActionTarget,
  wanted: string,
): Promise<SlackOutcome> {
  const select = findSelectWith(currentBlocks(actor, target), wanted);
  if (select) return pickOption(actor, target, { element: select.actionId, option: wanted });
  const placed = findElement(currentBlocks(actor, target), wanted);
  const { element } = placed;
  if (element.type !== "button") throw new Error(`"${wanted}" is not a button but ${element.type}`);
  const { text, value, style, url } = element;
  return sendBlockAction(actor, target, { placed, fields: { text, value, style, url } });
}

/** Picks an option of a select, overflow menu or radio buttons, or toggles a checkbox. */
export async function pickOption(
  actor: SlackActor,
  target: ActionTarget,
  { element: wanted, option }: { readonly element: string; readonly option: string },
): Promise<SlackOutcome> {
  const placed = findElement(currentBlocks(actor, target), wanted);
  const picked = findOption(placed.element, option);
  if (placed.element.type === "overflow")
    return sendBlockAction(actor, target, { placed, fields: { selected_option: picked } });
  const before = currentInputs(actor, target)[placed.blockId]?.[placed.actionId];
  return enterValue(actor, target, { placed, entered: withPicked(placed, picked, before) });
}

/** Types into a text input. */
export async function enterText(
  actor: SlackActor,
  target: ActionTarget,
  { field, text }: { readonly field: string; readonly text: string },
): Promise<SlackOutcome> {
  const placed = findElement(currentBlocks(actor, target), field);
  if (placed.element.type !== "plain_text_input") throw new Error(`nothing can be typed into "${field}"`);
  const value = text === "" ? null : text;
  return enterValue(actor, target, { placed, entered: { type: "plain_text_input", value } });
}

/** Saves an input. The app is told at once, unless it is in an input block without dispatch_action. */
async function enterValue(
  actor: SlackActor,
  target: ActionTarget,
  { placed, entered }: { readonly placed: PlacedElement; readonly entered: InputValue },
): Promise<SlackOutcome> {
  saveInput(actor, target, { placed, entered });
  const isSilent = placed.block.type === "input" && placed.block.dispatch_action !== true;
  return isSilent ? { kind: "entered" } : sendBlockAction(actor, target, { placed, fields: entered });
}

function withPicked({ element }: PlacedElement, picked: SlackOption, before?: InputValue): InputValue {
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

function toggle(picked: SlackOption, before?: InputValue): readonly SlackOption[] {
  const ticked = before?.type === "checkboxes" ? before.selected_options : [];
  const others = ticked.filter(({ value, text }) => value !== picked.value || text.text !== picked.text.text);
  return others.length < ticked.length ? others : [...ticked, picked];
}

/** reference/interaction-payloads/block_actions-payload */
async function sendBlockAction(
  actor: SlackActor,
  target: ActionTarget,
  { placed, fields }: { readonly placed: PlacedElement; readonly fields: object },
): Promise<SlackOutcome> {
  const { context, user } = actor;
  const { element, actionId, blockId } = placed;
  const isModal = !("ts" in target) && target.body.type === "modal";
  const action = {
    type: element.type,
    action_id: actionId,
    block_id: blockId,
    ...fields,
    action_ts: context.ids.ts(),
  };
  const acknowledgement = await actor.deliver({
    kind: "interaction",
    body: {
      type: "block_actions",
      ...commonInteractionFields(actor),
      ...("ts" in target ? messageFields(actor, target) : viewFields(actor, target)),
      trigger_id: actor.triggerIds.issue({ user: user.id, from: isModal ? "modal" : "elsewhere" }),
      actions: [action],
    },
  });
  return acknowledgement.kind === "acknowledged" ? { kind: "acknowledged" } : toFailure(acknowledgement);
}

/** The payload of an ephemeral message has its container only, not the message. */
function messageFields(actor: SlackActor, target: WorkspaceMessage) {
  const { context, user } = actor;
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
    channel: { id: channel, name: findChannel(context, channel)?.name ?? "" },
    ...(!isEphemeral && { message: toMessagePayload(message, context.app) }),
    state: { values: currentInputs(actor, message) },
    response_url: actor.newResponseUrl({ channel, user: user.id, ts }),
  };
}

function viewFields(actor: SlackActor, target: WorkspaceView) {
  const view = currentView(actor, target);
  return { container: { type: "view", view_id: view.id }, view: toViewPayload(view, actor.context.app) };
}
