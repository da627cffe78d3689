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
  maxFieldDescriptionCharacters,
  maxFieldLabelCharacters,
  maxInputCharacters,
  maxModalComponents,
  maxModalTitleCharacters,
  maxSelectOptionCharacters,
  maxSelectOptions,
} from "../limits.ts";

/** A form as a modal. Its token is the custom_id, which comes back with the submission. */
export function renderForm({ title, fields, token }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: token,
    title: shorten(title, maxModalTitleCharacters),
    components: fields.slice(0, maxModalComponents).map(toLabel),
  };
}

/** A label that is too long is cut, and shown in full in the description. */
function toLabel(field: FormField): APILabelComponent {
  const { label, hint } = field;
  const description = [
    ...(label.length > maxFieldLabelCharacters ? [label] : []),
    ...(hint === undefined ? [] : [hint]),
  ];
  return {
    type: ComponentType.Label,
    label: shorten(label, maxFieldLabelCharacters),
    ...(description.length > 0 && {
      description: shorten(description.join(" "), maxFieldDescriptionCharacters),
    }),
    component: toInput(field),
  };
}

function toInput(field: FormField): APIComponentInLabel {
  const base = { custom_id: field.id, required: !(field.isOptional ?? false) };
  switch (field.kind) {
    case "line":
    case "paragraph": {
      const limit = Math.min(field.limit, maxInputCharacters);
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
        options: field.options.slice(0, maxSelectOptions).map(({ id, label }) => ({
          value: id,
          label: shorten(label, maxSelectOptionCharacters),
          ...(id === field.value && { default: true }),
        })),
      };
  }
}
