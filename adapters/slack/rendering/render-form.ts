import type { types } from "@slack/bolt";
import type { Form, FormField } from "../../../src/answer/form.ts";
import {
  maxInputCharacters,
  maxInputLabelCharacters,
  maxOptionCharacters,
  maxViewTitleCharacters,
} from "../limits.ts";
import { toPlainElement } from "./plain-element.ts";

/** The callback_id of every form's modal. */
export const formCallback = "form";
/** The action_id of the input in every field; the field's id is its block_id. */
export const fieldAction = "value";

/**
 * A form as a modal. A submission names no channel, so that the address travels in the modal's own data.
 * @param data what comes back with the submission, at most 3,000 characters
 */
export function renderForm({ title, fields, submit }: Form, data: string): types.ModalView {
  return {
    type: "modal",
    callback_id: formCallback,
    private_metadata: data,
    title: toPlainElement(title, maxViewTitleCharacters),
    submit: toPlainElement(submit, maxViewTitleCharacters),
    blocks: fields.map(toInput),
  };
}

function toInput(field: FormField): types.InputBlock {
  return {
    type: "input",
    block_id: field.id,
    label: toPlainElement(field.label, maxInputLabelCharacters),
    element: toElement(field),
    optional: field.isOptional ?? false,
    ...(field.hint !== undefined && { hint: toPlainElement(field.hint, maxInputLabelCharacters) }),
  };
}

function toElement(field: FormField): types.PlainTextInput | types.StaticSelect {
  switch (field.kind) {
    case "line":
    case "paragraph":
      return {
        type: "plain_text_input",
        action_id: fieldAction,
        multiline: field.kind === "paragraph",
        max_length: Math.min(field.limit, maxInputCharacters),
        ...(field.value && { initial_value: field.value }),
      };
    case "choice": {
      const options = field.options.map(({ id, label }) => ({
        text: toPlainElement(label, maxOptionCharacters),
        value: id,
      }));
      const chosen = options.find(({ value }) => value === field.value);
      return {
        type: "static_select",
        action_id: fieldAction,
        options,
        ...(chosen && { initial_option: chosen }),
      };
    }
  }
}
