import type { types } from "@slack/bolt";
import type { Form, FormField } from "../../../src/answer/form.ts";
import {
  maxInputCharacters,
  maxInputLabelCharacters,
  maxOptionCharacters,
  maxViewTitleCharacters,
} from "../limits.ts";
import { toPlainTextElement } from "./plain-text-element.ts";

/** The callback_id of every form's modal. */
export const formCallbackId = "form";
/** The action_id of the input in every field; the block_id is the field's id. */
export const fieldActionId = "value";

/**
 * A form as a modal.
 * @param metadata comes back with the submission, at most 3,000 characters (reference/views)
 */
export function renderForm({ title, fields, submit }: Form, metadata: string): types.ModalView {
  return {
    type: "modal",
    callback_id: formCallbackId,
    private_metadata: metadata,
    title: toPlainTextElement(title, maxViewTitleCharacters),
    submit: toPlainTextElement(submit, maxViewTitleCharacters),
    blocks: fields.map(toInputBlock),
  };
}

function toInputBlock(field: FormField): types.InputBlock {
  return {
    type: "input",
    block_id: field.id,
    label: toPlainTextElement(field.label, maxInputLabelCharacters),
    element: toInputElement(field),
    optional: field.isOptional ?? false,
    ...(field.hint !== undefined && { hint: toPlainTextElement(field.hint, maxInputLabelCharacters) }),
  };
}

function toInputElement(field: FormField): types.PlainTextInput | types.StaticSelect {
  switch (field.kind) {
    case "line":
    case "paragraph":
      return {
        type: "plain_text_input",
        action_id: fieldActionId,
        multiline: field.kind === "paragraph",
        max_length: Math.min(field.limit, maxInputCharacters),
        ...(field.value && { initial_value: field.value }),
      };
    case "choice": {
      const options = field.options.map(({ id, label }) => ({
        text: toPlainTextElement(label, maxOptionCharacters),
        value: id,
      }));
      const initial = options.find(({ value }) => value === field.value);
      return {
        type: "static_select",
        action_id: fieldActionId,
        options,
        ...(initial && { initial_option: initial }),
      };
    }
  }
}
