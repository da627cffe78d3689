import { z } from "zod";
import {
  choices,
  textInput as inputLimits,
  label as labelLimits,
  modal as limits,
  select,
} from "../limits.ts";
import { customId, entitySelect, stringSelect, textDisplay } from "./components.ts";
import { complaint, findRepeated, list, maybe, text, whole } from "./fields.ts";

const shared = { id: maybe(whole(0, 2 ** 31 - 1)) };

/** components/reference#text-input; the label of its own is for those that stand in an action row. */
const textInput = z
  .strictObject({
    type: z.literal(4),
    ...shared,
    custom_id: customId,
    style: z.literal([1, 2]),
    label: maybe(text(1, inputLimits.label)),
    value: maybe(text(0, inputLimits.value)),
    placeholder: maybe(text(0, inputLimits.placeholder)),
    required: maybe(z.boolean()),
    min_length: maybe(whole(0, inputLimits.value)),
    max_length: maybe(whole(1, inputLimits.value)),
  })
  .refine(({ min_length: least = 0, max_length: most = inputLimits.value }) => least <= most, {
    path: ["min_length"],
    error: complaint("TEXT_INPUT_COMPONENT_MIN_LENGTH", "min_length exceeds max_length"),
  });

const option = z.strictObject({
  label: text(1, select.label),
  value: text(1, select.value),
  description: maybe(text(0, select.description)),
  default: maybe(z.boolean()),
});

/** components/reference#file-upload */
const fileUpload = z.strictObject({
  type: z.literal(19),
  ...shared,
  custom_id: customId,
  min_values: maybe(whole(0, choices.files)),
  max_values: maybe(whole(1, choices.files)),
  required: maybe(z.boolean()),
});
/** components/reference#radio-group */
const radioGroup = z.strictObject({
  type: z.literal(21),
  ...shared,
  custom_id: customId,
  options: list(option, choices.radioLeast, choices.radio),
  required: maybe(z.boolean()),
});
/** components/reference#checkbox-group */
const checkboxGroup = z.strictObject({
  type: z.literal(22),
  ...shared,
  custom_id: customId,
  options: list(option, 1, choices.checkboxes),
  min_values: maybe(whole(0, choices.checkboxes)),
  max_values: maybe(whole(1, choices.checkboxes)),
  required: maybe(z.boolean()),
});
/** components/reference#checkbox */
const checkbox = z.strictObject({
  type: z.literal(23),
  ...shared,
  custom_id: customId,
  default: maybe(z.boolean()),
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
  description: maybe(text(1, labelLimits.description)),
  component: field,
});

/** The older way: a row with one text input that has a label of its own. */
const row = z
  .strictObject({ type: z.literal(1), ...shared, components: list(textInput, 1, 1) })
  .superRefine(({ components }, context) => {
    for (const [at, { label: own }] of components.entries()) {
      const message = complaint("BASE_TYPE_REQUIRED", "This field is required");
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
    const complain = (path: (string | number)[], code: string, sentence: string) =>
      context.addIssue({ code: "custom", path, message: complaint(code, sentence) });
    const placed = components.flatMap((component, at) => placeFields(component, at));
    for (const at of findRepeated(placed.map(({ field: { custom_id: id } }) => id)))
      complain(
        ["components", ...(placed[at]?.path ?? []), "custom_id"],
        "COMPONENT_CUSTOM_ID_DUPLICATED",
        "Component custom id cannot be duplicated",
      );
    for (const { field: found, path } of placed) {
      if ("disabled" in found && found.disabled === true)
        complain(
          ["components", ...path, "disabled"],
          "MODAL_COMPONENT_DISABLED",
          "Components in modals cannot be disabled",
        );
      if (needsNone(found))
        complain(
          ["components", ...path, "min_values"],
          "COMPONENT_MIN_VALUES_REQUIRED",
          "min_values must be at least 1 if required is true",
        );
    }
  });

export type ModalBody = z.infer<typeof modal>;
export type Field = z.infer<typeof field>;

interface PlacedField {
  readonly field: Field;
  readonly path: readonly (string | number)[];
}

function placeFields(component: ModalBody["components"][number], at: number): readonly PlacedField[] {
  switch (component.type) {
    case 18:
      return [{ field: component.component, path: [at, "component"] }];
    case 1:
      return component.components.map((found, index) => ({ field: found, path: [at, "components", index] }));
    case 10:
      return [];
  }
}

/** components/reference#string-select: `min_values` is at least 1 unless `required` is false */
function needsNone(found: Field): boolean {
  return "min_values" in found && found.min_values === 0 && found.required !== false;
}
