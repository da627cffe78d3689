import { textInput as limits } from "../limits.ts";
import type { ModalBody, ModalField } from "../schemas/modals.ts";
import { findInteraction } from "../state/find.ts";
import type { OpenModal } from "../state/model.ts";
import { currentUser, type DiscordActor } from "./actor.ts";
import type { DiscordOutcome } from "./outcome.ts";
import { sendInteraction } from "./use-commands.ts";
import { findUnique } from "./use-components.ts";

/** The text to type, the options to pick or whether to tick, by a field's label or custom_id. */
export type ModalInputs = Readonly<Record<string, string | readonly string[] | boolean>>;

/** Fills in a modal and submits it: interactions/receiving-and-responding#interaction-object-modal-submit-data-structure */
export function submitModal(
  actor: DiscordActor,
  modal: OpenModal,
  inputs: ModalInputs,
): Promise<DiscordOutcome> | DiscordOutcome {
  const current = actor.context.state.data.modals[actor.id];
  if (current?.interaction !== modal.interaction)
    throw new Error(`${currentUser(actor).username} has no such modal open`);
  const placed = fieldsOf(modal.body);
  const values = new Map(placed.map(({ field }) => [field.custom_id, initialValue(field)]));
  for (const [wanted, value] of Object.entries(inputs)) {
    const { field } = findUnique(placed, wanted, ({ label, field: { custom_id: id } }) => [label, id]);
    values.set(field.custom_id, toFieldValue(field, value));
  }
  const errors = Object.fromEntries(
    placed.flatMap(({ field }) => {
      const error = findFieldError(field, values.get(field.custom_id));
      return error === undefined ? [] : [[field.custom_id, error]];
    }),
  );
  if (Object.keys(errors).length > 0) return { kind: "incomplete", errors };
  closeModal(actor);
  return sendSubmission(actor, modal, values);
}

/** The app is not told. */
export function closeModal({ context, id }: DiscordActor): void {
  context.state.change((data) => {
    const { [id]: _, ...others } = data.modals;
    return { ...data, modals: others };
  });
}

type FieldValue = string | readonly string[] | boolean | null;

function sendSubmission(
  actor: DiscordActor,
  { interaction: from, body }: OpenModal,
  values: ReadonlyMap<string, FieldValue>,
): Promise<DiscordOutcome> {
  const opener = findInteraction(actor.context, from);
  if (!opener) throw new Error(`nothing opened the modal "${body.title}"`);
  const { action } = opener;
  const message = action.kind === "component" ? action.message : undefined;
  const data = { custom_id: body.custom_id, components: toSubmittedComponents(body, values) };
  return sendInteraction(actor, opener.channel, {
    action: { kind: "submission", customId: body.custom_id, from, ...(message !== undefined && { message }) },
    data,
  });
}

interface LabelledField {
  readonly label: string | undefined;
  readonly field: ModalField;
}

function fieldsOf({ components }: ModalBody): readonly LabelledField[] {
  return components.flatMap(labelledFieldsIn);
}

function labelledFieldsIn(component: ModalBody["components"][number]): readonly LabelledField[] {
  switch (component.type) {
    case 18:
      return [{ label: component.label, field: component.component }];
    case 1:
      return component.components.map((field) => ({ label: field.label, field }));
    case 10:
      return [];
  }
}

/** The value of a field before anybody changes it. */
function initialValue(field: ModalField): FieldValue {
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

function toFieldValue(field: ModalField, value: string | readonly string[] | boolean): FieldValue {
  const options = "options" in field ? field.options : [];
  const chosen = (wanted: string) => findUnique(options, wanted, ({ label, value: id }) => [label, id]).value;
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

/** Discord's own validation before a submission. */
function findFieldError(field: ModalField, value: FieldValue = null): string | undefined {
  const isRequired = field.type !== 23 && field.required !== false;
  const isEmpty = value === null || (typeof value !== "boolean" && value.length === 0);
  if (isEmpty) return isRequired ? "This field is required." : undefined;
  if (field.type === 4) {
    const { min_length: min = 0, max_length: max = limits.value } = field;
    return isWithin(String(value).length, min, max)
      ? undefined
      : `Must be between ${min} and ${max} in length.`;
  }
  if (!Array.isArray(value) || !("max_values" in field)) return undefined;
  const { min, max } = choiceLimits(field);
  return isWithin(value.length, min, max) ? undefined : `Choose ${min} to ${max}.`;
}

function isWithin(count: number, min: number, max: number): boolean {
  return count >= min && count <= max;
}

/** components/reference: by default, a checkbox group allows all of its options, other fields one */
function choiceLimits(field: Extract<ModalField, { readonly max_values?: number | undefined }>) {
  const all = field.type === 22 ? field.options.length : 1;
  return { min: field.min_values ?? 1, max: field.max_values ?? all };
}

/** components/reference: the "Interaction Response Structure" of each component */
function toSubmittedComponents(
  { components }: ModalBody,
  values: ReadonlyMap<string, FieldValue>,
): readonly object[] {
  let last = 0;
  const number = () => {
    last += 1;
    return last;
  };
  const toField = (field: ModalField) => {
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
