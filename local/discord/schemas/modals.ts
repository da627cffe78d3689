import { z } from "zod";
import {
  choices,
  textInput as inputLimits,
  label as labelLimits,
  modal as limits,
  select,
} from "../limits.ts";
import { customId, entitySelect, stringSelect, textDisplay } from "./components.ts";
import { errorText, findDuplicates, integer, list, optional, text } from "./fields.ts";

const shared = { id: optional(integer(0, 2 ** 31 - 1)) };

/** components/reference#text-input; `label` is only for those in an action row. */
const textInput = z
  .strictObject({
    type: z.literal(4),
    ...shared,
    custom_id: customId,
    style: z.literal([1, 2]),
    label: optional(text(1, inputLimits.label)),
    value: optional(text(0, inputLimits.value)),
    placeholder: optional(text(0, inputLimits.placeholder)),
    required: optional(z.boolean()),
    min_length: optional(integer(0, inputLimits.value)),
    max_length: optional(integer(1, inputLimits.value)),
  })
  .refine(({ min_length: min = 0, max_length: max = inputLimits.value }) => min <= max, {
    path: ["min_length"],
    error: errorText("TEXT_INPUT_COMPONENT_MIN_LENGTH", "min_length exceeds max_length"),
  });

const option = z.strictObject({
  label: text(1, select.label),
  value: text(1, select.value),
  description: optional(text(0, select.description)),
  default: optional(z.boolean()),
});

/** components/reference#file-upload */
const fileUpload = z.strictObject({
  type: z.literal(19),
  ...shared,
  custom_id: customId,
  min_values: optional(integer(0, choices.files)),
  max_values: optional(integer(1, choices.files)),
  required: optional(z.boolean()),
});
/** components/reference#radio-group */
const radioGroup = z.strictObject({
  type: z.literal(21),
  ...shared,
  custom_id: customId,
  options: list(option, choices.radioMin, choices.radio),
  required: optional(z.boolean()),
});
/** components/reference#checkbox-group */
const checkboxGroup = z.strictObject({
  type: z.literal(22),
  ...shared,
  custom_id: customId,
  options: list(option, 1, choices.checkboxes),
  min_values: optional(integer(0, choices.checkboxes)),
  max_values: optional(integer(1, choices.checkboxes)),
  required: optional(z.boolean()),
});
/** components/reference#checkbox */
const checkbox = z.strictObject({
  type: z.literal(23),
  ...shared,
  custom_id: customId,
  default: optional(z.boolean()),
});

const field = z.discriminatedUnion("type", [
  textInput,
  stringSelect,
  entitySelect,
  fileUpload,
  radioGroup,
  checkboxGroup,
  checkbox,
]);

/** components/reference#label */
const label = z.strictObject({
  type: z.literal(18),
  ...shared,
  label: text(1, labelLimits.label),
  description: optional(text(1, labelLimits.description)),
  component: field,
});

/** The deprecated form: an action row with one text input that has its own label. */
const row = z
  .strictObject({ type: z.literal(1), ...shared, components: list(textInput, 1, 1) })
  .superRefine(({ components }, context) => {
    for (const [at, { label: own }] of components.entries()) {
      const message = errorText("BASE_TYPE_REQUIRED", "This field is required");
      if (own === undefined) context.addIssue({ code: "custom", path: ["components", at, "label"], message });
    }
  });

/** interactions/receiving-and-responding#interaction-response-object-modal */
export const modal = z
  .strictObject({
    custom_id: text(1, limits.customId),
    title: text(1, limits.title),
    components: list(z.discriminatedUnion("type", [label, row, textDisplay]), 1, limits.components),
  })
  .superRefine(({ components }, context) => {
    const addIssue = (path: (string | number)[], code: string, sentence: string) =>
      context.addIssue({ code: "custom", path, message: errorText(code, sentence) });
    const fields = components.flatMap((component, at) => fieldsWithPaths(component, at));
    for (const at of findDuplicates(fields.map(({ field: { custom_id: id } }) => id)))
      addIssue(
        ["components", ...(fields[at]?.path ?? []), "custom_id"],
        "COMPONENT_CUSTOM_ID_DUPLICATED",
        "Component custom id cannot be duplicated",
      );
    for (const { field: found, path } of fields) {
      if ("disabled" in found && found.disabled === true)
        addIssue(
          ["components", ...path, "disabled"],
          "MODAL_COMPONENT_DISABLED",
          "Components in modals cannot be disabled",
        );
      if (isRequiredButAllowsNone(found))
        addIssue(
          ["components", ...path, "min_values"],
          "COMPONENT_MIN_VALUES_REQUIRED",
          "min_values must be at least 1 if required is true",
        );
    }
  });

export type ModalBody = z.infer<typeof modal>;
export type ModalField = z.infer<typeof field>;

interface FieldWithPath {
  readonly field: ModalField;
  readonly path: readonly (string | number)[];
}

function fieldsWithPaths(component: ModalBody["components"][number], at: number): readonly FieldWithPath[] {
  switch (component.type) {
    case 18:
      return [{ field: component.component, path: [at, "component"] }];
    case 1:
      return component.components.map((found, index) => ({ field: found, path: [at, "components", index] }));
    case 10:
      return [];
  }
}

/** components/reference#string-select: `min_values` must be at least 1 unless `required` is false */
function isRequiredButAllowsNone(found: ModalField): boolean {
  return "min_values" in found && found.min_values === 0 && found.required !== false;
}
