import type { Button, StringSelect } from "../schemas/components.ts";
import { leavesOf } from "../schemas/flatten-components.ts";
import type { Message } from "../state/model.ts";
import { type Actor, seenMessage } from "./actor.ts";
import { open } from "./use-commands.ts";
import type { Outcome } from "./outcome.ts";

/** Presses a button, by what is written on it or its custom_id: interactions/receiving-and-responding */
export function press(actor: Actor, on: Message, wanted: string): Promise<Outcome> {
  const message = seenMessage(actor, on);
  const buttons = leavesOf(message.components).flatMap(({ component }) =>
    component.type === 2 ? [component] : [],
  );
  const button = findOnly(buttons, wanted, ({ label, custom_id: id }) => [label, id]);
  if (button.custom_id === undefined) throw new Error(`"${wanted}" leads to a page`);
  if (button.disabled === true) throw new Error(`"${wanted}" can't be pressed`);
  return act(actor, message, { component: button, customId: button.custom_id, fields: {} });
}

/** Picks from a select, by its custom_id or placeholder; options by label or value. */
export function pick(
  actor: Actor,
  on: Message,
  { select: wanted, options }: { readonly select: string; readonly options: readonly string[] },
): Promise<Outcome> {
  const message = seenMessage(actor, on);
  const selects = leavesOf(message.components).flatMap(({ component }) =>
    component.type === 3 ? [component] : [],
  );
  const select = findOnly(selects, wanted, ({ placeholder, custom_id: id }) => [placeholder, id]);
  if (select.disabled === true) throw new Error(`"${wanted}" can't be used`);
  const values = options.map(
    (option) => findOnly(select.options, option, ({ label, value }) => [label, value]).value,
  );
  const { min_values: least = 1, max_values: most = 1 } = select;
  if (values.length < least || values.length > most)
    throw new Error(`"${wanted}" takes ${least} to ${most} options`);
  return act(actor, message, { component: select, customId: select.custom_id, fields: { values } });
}

interface Used {
  readonly component: Button | StringSelect;
  readonly customId: string;
  readonly fields: object;
}

function act(
  actor: Actor,
  { id, channel, components }: Message,
  { component, customId, fields }: Used,
): Promise<Outcome> {
  const order = leavesOf(components).findIndex((placed) => placed.component === component);
  const data = { id: order + 1, custom_id: customId, component_type: component.type, ...fields };
  return open(actor, channel, { act: { kind: "component", customId, message: id }, data });
}

/** The one thing that is called so. */
export function findOnly<T>(
  things: readonly T[],
  wanted: string,
  namesOf: (thing: T) => readonly (string | undefined)[],
): T {
  const found = things.filter((thing) => namesOf(thing).includes(wanted));
  const [first] = found;
  if (first === undefined) {
    const there = things.map((thing) => namesOf(thing).find((name) => name !== undefined)).join(", ");
    throw new Error(`nothing to use is called "${wanted}"; there are: ${there || "none"}`);
  }
  if (found.length > 1) throw new Error(`${found.length} things to use are called "${wanted}"`);
  return first;
}
