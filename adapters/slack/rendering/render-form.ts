import type { types } from "@slack/bolt";
import type { Form, FormField } from "../../../src/answer/form.ts";
import { maxAlertCharacters, maxInputLabelCharacters, maxViewTitleCharacters } from "../limits.ts";
import { toPlainTextElement } from "./plain-text-element.ts";
import { renderField } from "./render-field.ts";

/** The callback_id of every form's modal. */
export const formCallbackId = "form";

/**
 * A form as a modal; its note is an alert above the fields.
 * @param metadata comes back with the submission, at most 3,000 characters (reference/views)
 */
export function renderForm({ title, note, fields, submit }: Form, metadata: string): types.ModalView {
  return {
    type: "modal",
    callback_id: formCallbackId,
    private_metadata: metadata,
    title: toPlainTextElement(title, maxViewTitleCharacters),
    submit: toPlainTextElement(submit, maxViewTitleCharacters),
    blocks: [...(note === undefined ? [] : [toAlert(note)]), ...fields.map(toInputBlock)],
  };
}

/** reference/block-kit/blocks/alert-block: for modals alone */
function toAlert(note: string): types.AlertBlock {
  return { type: "alert", level: "info", text: toPlainTextElement(note, maxAlertCharacters) };
}

function toInputBlock(field: FormField): types.InputBlock {
  return {
    type: "input",
    block_id: field.id,
    label: toPlainTextElement(field.label, maxInputLabelCharacters),
    element: renderField(field),
    optional: field.isOptional ?? false,
    ...(field.hint !== undefined && { hint: toPlainTextElement(field.hint, maxInputLabelCharacters) }),
  };
}
