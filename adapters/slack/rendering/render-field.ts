import type { types } from "@slack/bolt";
import { type FormField, splitOptions } from "../../../src/answer/form.ts";
import { maxGroupOptions, maxInputCharacters, maxOptionCharacters } from "../limits.ts";
import { toPlainTextElement } from "./plain-text-element.ts";

/** The action_id of the input in every field; the block_id is the field's id. */
export const fieldActionId = "value";

/** A field of a form as the element of an input block: reference/block-kit/blocks/input-block */
export function renderField(field: FormField): types.InputBlockElement {
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
    case "choice":
      return toChoice(field);
    case "choices":
      return toCheckboxes(field);
  }
}

type Choice = Extract<FormField, { readonly kind: "choice" | "choices" }>;

/** Radio buttons show all options at once; a menu takes more than ten. */
function toChoice(field: Choice): types.RadioButtons | types.StaticSelect {
  const { options, chosen } = readOptions(field);
  const [initial] = chosen;
  return {
    type: options.length <= maxGroupOptions ? "radio_buttons" : "static_select",
    action_id: fieldActionId,
    options,
    ...(initial && { initial_option: initial }),
  };
}

function toCheckboxes(field: Choice): types.Checkboxes {
  const { options, chosen } = readOptions(field);
  return {
    type: "checkboxes",
    action_id: fieldActionId,
    options: options.slice(0, maxGroupOptions),
    ...(chosen.length > 0 && { initial_options: chosen }),
  };
}

/** The options, and those that are chosen at first, which must be options as they stand in the list. */
function readOptions({ options, value = "" }: Choice): {
  readonly options: types.PlainTextOption[];
  readonly chosen: types.PlainTextOption[];
} {
  const all = options.map(({ id, label }) => ({
    text: toPlainTextElement(label, maxOptionCharacters),
    value: id,
  }));
  const ids = splitOptions(value);
  return { options: all, chosen: all.filter((option) => ids.includes(option.value)) };
}
