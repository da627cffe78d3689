import type { ButtonComponent, StringSelectComponent } from "../schemas/components.ts";
import { flattenComponents } from "../schemas/flatten-components.ts";
import type { GuildMessage } from "../state/model.ts";
import { type DiscordActor, visibleMessage } from "./actor.ts";
import type { DiscordOutcome } from "./outcome.ts";
import { sendInteraction } from "./use-commands.ts";

/**
 * Presses a button, given by its label or custom_id, or picks the option with this label or value of a select:
 * interactions/receiving-and-responding
 */
export function pressButton(actor: DiscordActor, on: GuildMessage, wanted: string): Promise<DiscordOutcome> {
  const message = visibleMessage(actor, on);
  const components = flattenComponents(message.components).map(({ component }) => component);
  const select = components
    .filter((component) => component.type === 3)
    .find(({ options }) => options.some(({ label, value }) => label === wanted || value === wanted));
  if (select) return pickOptions(actor, on, { select: select.custom_id, options: [wanted] });
  const buttons = components.filter((component) => component.type === 2);
  const button = findUnique(buttons, wanted, ({ label, custom_id: id }) => [label, id]);
  if (button.custom_id === undefined) throw new Error(`"${wanted}" is a link`);
  if (button.disabled === true) throw new Error(`"${wanted}" is disabled`);
  return sendComponentInteraction(actor, message, {
    component: button,
    customId: button.custom_id,
    fields: {},
  });
}

/** Picks options, given by label or value, of a select, given by its custom_id or placeholder. */
export function pickOptions(
  actor: DiscordActor,
  on: GuildMessage,
  { select: wanted, options }: { readonly select: string; readonly options: readonly string[] },
): Promise<DiscordOutcome> {
  const message = visibleMessage(actor, on);
  const selects = flattenComponents(message.components).flatMap(({ component }) =>
    component.type === 3 ? [component] : [],
  );
  const select = findUnique(selects, wanted, ({ placeholder, custom_id: id }) => [placeholder, id]);
  if (select.disabled === true) throw new Error(`"${wanted}" is disabled`);
  const values = options.map(
    (option) => findUnique(select.options, option, ({ label, value }) => [label, value]).value,
  );
  const { min_values: min = 1, max_values: max = 1 } = select;
  if (values.length < min || values.length > max)
    throw new Error(`"${wanted}" takes ${min} to ${max} options`);
  return sendComponentInteraction(actor, message, {
    component: select,
    customId: select.custom_id,
    fields: { values },
  });
}

interface UsedComponent {
  readonly component: ButtonComponent | StringSelectComponent;
  readonly customId: string;
  readonly fields: object;
}

function sendComponentInteraction(
  actor: DiscordActor,
  { id, channel, components }: GuildMessage,
  { component, customId, fields }: UsedComponent,
): Promise<DiscordOutcome> {
  const order = flattenComponents(components).findIndex((placed) => placed.component === component);
  const data = { id: order + 1, custom_id: customId, component_type: component.type, ...fields };
  return sendInteraction(actor, channel, { action: { kind: "component", customId, message: id }, data });
}

/** The only item with this name. Throws if there is none or more than one. */
export function findUnique<T>(
  items: readonly T[],
  wanted: string,
  namesOf: (item: T) => readonly (string | undefined)[],
): T {
  const found = items.filter((item) => namesOf(item).includes(wanted));
  const [first] = found;
  if (first === undefined) {
    const available = items.map((item) => namesOf(item).find((name) => name !== undefined)).join(", ");
    throw new Error(`"${wanted}" not found; there are: ${available || "none"}`);
  }
  if (found.length > 1) throw new Error(`"${wanted}" is ambiguous: ${found.length} matches`);
  return first;
}
