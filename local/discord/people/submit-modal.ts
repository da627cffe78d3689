import { textInput as limits } from "../limits.ts";
import type { Field, ModalBody } from "../schemas/modals.ts";
import { findInteraction } from "../state/find.ts";
import type { Modal } from "../state/model.ts";
import { type Actor, self } from "./actor.ts";
import { open } from "./use-commands.ts";
import type { Outcome } from "./outcome.ts";
import { findOnly } from "./use-components.ts";

/** By a field's label or custom_id: what is typed, which options are picked, or whether a box is ticked. */
export type Filled = Readonly<Record<string, string | readonly string[] | boolean>>;

/** Fills in a modal and submits it: interactions/receiving-and-responding#interaction-object-modal-submit-data-structure */
export function submit(actor: Actor, modal: Modal, filled: Filled): Promise<Outcome> | Outcome {
  const current = actor.core.state.data.modals[actor.id];
  if (current?.interaction !== modal.interaction)
    throw new Error(`${self(actor).username} has no such modal open`);
  const placed = fieldsOf(modal.body);
  const values = new Map(placed.map(({ field }) => [field.custom_id, initialValue(field)]));
  for (const [wanted, value] of Object.entries(filled)) {
    const { field } = findOnly(placed, wanted, ({ label, field: { custom_id: id } }) => [label, id]);
    values.set(field.custom_id, enter(field, value));
  }
  const errors = Object.fromEntries(
    placed.flatMap(({ field }) => {
      const fault = findFault(field, values.get(field.custom_id));
      return fault === undefined ? [] : [[field.custom_id, fault]];
    }),
  );
  if (Object.keys(errors).length > 0) return { kind: "incomplete", errors };
  closeModal(actor);
  return send(actor, modal, values);
}

/** The app is not told. */
export function closeModal({ core, id }: Actor): void {
  core.state.change((data) => {
    const { [id]: _, ...others } = data.modals;
    return { ...data, modals: others };
  });
}

type Value = string | readonly string[] | boolean | null;

function send(
  actor: Actor,
  { interaction: from, body }: Modal,
  values: ReadonlyMap<string, Value>,
): Promise<Outcome> {
  const opener = findInteraction(actor.core, from);
  if (!opener) throw new Error(`nothing opened the modal "${body.title}"`);
  const { act } = opener;
  const message = act.kind === "component" ? act.message : undefined;
  const data = { custom_id: body.custom_id, components: toSubmitted(body, values) };
  return open(actor, opener.channel, {
    act: { kind: "submission", customId: body.custom_id, from, ...(message !== undefined && { message }) },
    data,
  });
}

interface PlacedField {
  readonly label: string | undefined;
  readonly field: Field;
}

function fieldsOf({ components }: ModalBody): readonly PlacedField[] {
  return components.flatMap(placedIn);
}

function placedIn(component: ModalBody["components"][number]): readonly PlacedField[] {
  switch (component.type) {
    case 18:
      return [{ label: component.label, field: component.component }];
    case 1:
      return component.components.map((field) => ({ label: field.label, field }));
    case 10:
      return [];
  }
}

/** What a field holds before anybody enters anything. */
function initialValue(field: Field): Value {
  switch (field.type) {
    case 4:
      return field.value ?? "";
    case 21:
      return field.options.find((option) => option.default === true)?.value ?? null;
    case 23:
      return field.default ?? false;
    case 3:
    case 22:
      return field.options.flatMap((option) => (option.default === true ? [option.value] : []));
    case 5:
    case 6:
    case 7:
    case 8:
    case 19:
      return [];
  }
}

function enter(field: Field, value: string | readonly string[] | boolean): Value {
  const options = "options" in field ? field.options : [];
  const chosen = (wanted: string) => findOnly(options, wanted, ({ label, value: id }) => [label, id]).value;
  switch (field.type) {
    case 4:
      return String(value);
    case 21:
      return chosen(String(value));
    case 23:
      return value === true;
    case 3:
    case 22:
      return typeof value === "boolean" ? [] : [value].flat().map(chosen);
    case 5:
    case 6:
    case 7:
    case 8:
    case 19:
      throw new Error(`"${field.custom_id}" can't be filled in here`);
  }
}

/** What Discord itself asks before it sends a form. */
function findFault(field: Field, value: Value = null): string | undefined {
  const isRequired = field.type !== 23 && field.required !== false;
  const isEmpty = value === null || (typeof value !== "boolean" && value.length === 0);
  if (isEmpty) return isRequired ? "This field is required." : undefined;
  if (field.type === 4) {
    const { min_length: least = 0, max_length: most = limits.value } = field;
    return isWithin(String(value).length, least, most)
      ? undefined
      : `Must be between ${least} and ${most} in length.`;
  }
  if (!Array.isArray(value) || !("max_values" in field)) return undefined;
  const { least, most } = chooses(field);
  return isWithin(value.length, least, most) ? undefined : `Choose ${least} to ${most}.`;
}

function isWithin(count: number, least: number, most: number): boolean {
  return count >= least && count <= most;
}

/** components/reference: a checkbox group takes as many as it has, other fields one, unless they say so */
function chooses(field: Extract<Field, { readonly max_values?: number | undefined }>) {
  const all = field.type === 22 ? field.options.length : 1;
  return { least: field.min_values ?? 1, most: field.max_values ?? all };
}

/** components/reference: "... Interaction Response Structure" of each */
function toSubmitted({ components }: ModalBody, values: ReadonlyMap<string, Value>): readonly object[] {
  let last = 0;
  const number = () => {
    last += 1;
    return last;
  };
  const toField = (field: Field) => {
    const value = values.get(field.custom_id) ?? null;
    const shared = { type: field.type, id: number(), custom_id: field.custom_id };
    return Array.isArray(value) ? { ...shared, values: value } : { ...shared, value };
  };
  const toComponent = (component: ModalBody["components"][number]): object => {
    const shared = { type: component.type, id: number() };
    switch (component.type) {
      case 18:
        return { ...shared, component: toField(component.component) };
      case 1:
        return { ...shared, components: component.components.map(toField) };
      case 10:
        return shared;
    }
  };
  return components.map(toComponent);
}
