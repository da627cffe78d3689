import {
  type APIComponentInLabel,
  type APIRadioGroupComponent,
  type APIRadioGroupOption,
  type APIStringSelectComponent,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import { type FormField, splitOptions } from "../../../src/answer/form.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import {
  maxGroupOptions,
  maxInputCharacters,
  maxSelectOptionCharacters,
  maxSelectOptions,
  minRadioOptions,
} from "../limits.ts";

/** A field of a form as what stands in a label: components/reference#label-label-child-components */
export function renderField(field: FormField): APIComponentInLabel {
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
      return toChoice(field, base);
    case "choices":
      return {
        ...base,
        type: ComponentType.CheckboxGroup,
        options: toOptions(field, maxGroupOptions),
        ...(field.isOptional && { min_values: 0 }),
      };
  }
}

type Choice = Extract<FormField, { readonly kind: "choice" | "choices" }>;

/** Radio buttons show all options at once; a menu takes more of them, or a single one. */
function toChoice(
  field: Choice,
  base: { readonly custom_id: string; readonly required: boolean },
): APIRadioGroupComponent | APIStringSelectComponent {
  const { length } = field.options;
  if (length >= minRadioOptions && length <= maxGroupOptions)
    return { ...base, type: ComponentType.RadioGroup, options: toOptions(field, maxGroupOptions) };
  return { ...base, type: ComponentType.StringSelect, options: toOptions(field, maxSelectOptions) };
}

/** The options of a radio group, a checkbox group and a select are the same. */
function toOptions({ options, value = "" }: Choice, limit: number): APIRadioGroupOption[] {
  const chosen = splitOptions(value);
  return options.slice(0, limit).map(({ id, label }) => ({
    value: id,
    label: shorten(label, maxSelectOptionCharacters),
    ...(chosen.includes(id) && { default: true }),
  }));
}
