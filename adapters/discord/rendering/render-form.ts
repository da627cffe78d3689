import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import type { Form, FormField } from "../../../src/answer/form.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import {
  fieldDescription,
  fieldLabel,
  inputText,
  modalComponents,
  modalTitle,
  selectOptions,
  selectText,
} from "../limits.ts";

/** A form as a modal; its token comes back with the submission as the custom_id. */
export function renderForm({ title, fields, token }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: token,
    title: shorten(title, modalTitle),
    components: fields.slice(0, modalComponents).map(toLabel),
  };
}

/** A label that is too long for its line goes on under it. */
function toLabel(field: FormField): APILabelComponent {
  const { label, hint } = field;
  const below = [...(label.length > fieldLabel ? [label] : []), ...(hint === undefined ? [] : [hint])];
  return {
    type: ComponentType.Label,
    label: shorten(label, fieldLabel),
    ...(below.length > 0 && { description: shorten(below.join(" "), fieldDescription) }),
    component: toInput(field),
  };
}

function toInput(field: FormField): APIComponentInLabel {
  const base = { custom_id: field.id, required: !(field.isOptional ?? false) };
  switch (field.kind) {
    case "line":
    case "paragraph": {
      const limit = Math.min(field.limit, inputText);
      return {
        ...base,
        type: ComponentType.TextInput,
        style: field.kind === "line" ? TextInputStyle.Short : TextInputStyle.Paragraph,
        max_length: limit,
        ...(field.value && { value: field.value.slice(0, limit) }),
      };
    }
    case "choice":
      return {
        ...base,
        type: ComponentType.StringSelect,
        options: field.options.slice(0, selectOptions).map(({ id, label }) => ({
          value: id,
          label: shorten(label, selectText),
          ...(id === field.value && { default: true }),
        })),
      };
  }
}
