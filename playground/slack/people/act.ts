import type { Core } from "../core.ts";
import { findChannel } from "../state/channels.ts";
import { messagesSeenBy } from "../state/messages.ts";
import type { Entered, Message, User, Values, View } from "../state/model.ts";
import { findView, initialValues, replaceView } from "../state/views.ts";
import { messageToWire, viewToWire } from "../state/wire.ts";
import { findElement, findOption, type Placed } from "./find-element.ts";
import { type Outcome, toFailure } from "./outcome.ts";
import { interactionBy, type Street } from "./street.ts";

/** What somebody acts on: a message that they see, or a view that they have open. */
export type Target = Message | View;

export function press(street: Street, user: User, target: Target, wanted: string): Promise<Outcome> {
  const placed = findElement(blocksOf(street.core, user, target), wanted);
  const { element } = placed;
  if (element.type !== "button") throw new Error(`"${wanted}" is not a button but ${element.type}`);
  const { text, value, style, url } = element;
  return act(street, user, { target, placed, fields: { text, value, style, url } });
}

/** Picks an option of a select, an overflow menu or radio buttons; of checkboxes it ticks or unticks one. */
export async function pick(
  street: Street,
  user: User,
  target: Target,
  wanted: string,
  option: string,
): Promise<Outcome> {
  const placed = findElement(blocksOf(street.core, user, target), wanted);
  const picked = findOption(placed.element, option);
  if (placed.element.type === "overflow") {
    return act(street, user, { target, placed, fields: { selected_option: picked } });
  }
  const before = valuesOf(street.core, user, target)[placed.blockId]?.[placed.actionId];
  const entered = withPicked(placed, picked, before);
  return enterValue(street, user, { target, placed, entered });
}

export async function enter(
  street: Street,
  user: User,
  target: Target,
  wanted: string,
  text: string,
): Promise<Outcome> {
  const placed = findElement(blocksOf(street.core, user, target), wanted);
  if (placed.element.type !== "plain_text_input") throw new Error(`nothing can be typed into "${wanted}"`);
  const value = text === "" ? null : text;
  return enterValue(street, user, { target, placed, entered: { type: "plain_text_input", value } });
}

interface Entering {
  readonly target: Target;
  readonly placed: Placed;
  readonly entered: Entered;
}

/** Remembers what was entered; the app hears of it at once unless it stands in an input block that is silent. */
function enterValue(street: Street, user: User, { target, placed, entered }: Entering): Promise<Outcome> {
  keepEntered(street.core, user, { target, placed, entered });
  const isSilent = placed.block.type === "input" && placed.block.dispatch_action !== true;
  if (isSilent) return Promise.resolve({ kind: "entered" });
  return act(street, user, { target, placed, fields: entered });
}

function withPicked(
  { element }: Placed,
  picked: Parameters<typeof sameOption>[0],
  before?: Entered,
): Entered {
  switch (element.type) {
    case "static_select":
    case "radio_buttons":
      return { type: element.type, selected_option: picked };
    case "checkboxes": {
      const ticked = before?.type === "checkboxes" ? before.selected_options : [];
      const others = ticked.filter((option) => !sameOption(option, picked));
      const selected = others.length < ticked.length ? others : [...ticked, picked];
      return { type: element.type, selected_options: selected };
    }
    case "button":
    case "overflow":
    case "plain_text_input":
      throw new Error(`nothing can be picked from ${element.type}`);
  }
}

function sameOption(a: ReturnType<typeof findOption>, b: ReturnType<typeof findOption>): boolean {
  return a.value === b.value && a.text.text === b.text.text;
}

interface Act {
  readonly target: Target;
  readonly placed: Placed;
  readonly fields: object;
}

/** reference/interaction-payloads/block_actions-payload */
async function act(street: Street, user: User, { target, placed, fields }: Act): Promise<Outcome> {
  const { core } = street;
  const action = {
    type: placed.element.type,
    action_id: placed.actionId,
    block_id: placed.blockId,
    ...fields,
    action_ts: core.ids.ts(),
  };
  const place = "ts" in target ? messagePlace(street, user, target) : viewPlace(core, target);
  const view = "ts" in target ? undefined : target.id;
  const acknowledgement = await street.deliver({
    kind: "interaction",
    body: {
      type: "block_actions",
      ...interactionBy(street, user),
      ...place,
      trigger_id: street.triggers.issue({ user: user.id, view }),
      actions: [action],
    },
  });
  return acknowledgement.kind === "acknowledged" ? { kind: "acknowledged" } : toFailure(acknowledgement);
}

/** An ephemeral message itself is not sent along, only where it stood. */
function messagePlace(street: Street, user: User, { channel, ts }: Message) {
  const { core } = street;
  const message = currentMessage(core, user, { channel, ts });
  const isEphemeral = message.visibleTo !== undefined;
  const { thread } = message;
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
    state: { values: valuesOf(core, user, message) },
    response_url: street.newResponseUrl({ channel, user: user.id, ts }),
  };
}

function viewPlace(core: Core, target: View) {
  const view = currentView(core, target);
  return { container: { type: "view", view_id: view.id }, view: viewToWire(view, core.app) };
}

function blocksOf(core: Core, user: User, target: Target) {
  return "ts" in target
    ? (currentMessage(core, user, target).blocks ?? [])
    : currentView(core, target).body.blocks;
}

/** The message as it is now, which whoever acts has to see. */
export function currentMessage(
  core: Core,
  user: User,
  { channel, ts }: Pick<Message, "channel" | "ts">,
): Message {
  const found = messagesSeenBy(core, user.id, channel).find((message) => message.ts === ts);
  if (!found) throw new Error(`${user.name} sees no message ${ts} in ${channel}`);
  return found;
}

export function currentView(core: Core, { id }: View): View {
  const found = findView(core, (view) => view.id === id);
  if (!found) throw new Error(`the view ${id} is closed`);
  return found;
}

function valuesOf(core: Core, user: User, target: Target): Values {
  if (!("ts" in target)) return currentView(core, target).values;
  const { blocks = [] } = currentMessage(core, user, target);
  const entered = core.state.data.entered[user.id]?.[`${target.channel}/${target.ts}`] ?? {};
  return { ...initialValues({ blocks: [...blocks] }), ...entered };
}

function keepEntered(core: Core, user: User, { target, placed, entered }: Entering): void {
  const before = valuesOf(core, user, target);
  const values = {
    ...before,
    [placed.blockId]: { ...before[placed.blockId], [placed.actionId]: entered },
  };
  if (!("ts" in target)) {
    const view = currentView(core, target);
    return replaceView(core, view, { ...view, values });
  }
  const key = `${target.channel}/${target.ts}`;
  core.state.change((data) => ({
    ...data,
    entered: { ...data.entered, [user.id]: { ...data.entered[user.id], [key]: values } },
  }));
}
