import { z } from "zod";
import {
  actionId,
  button as buttonLimits,
  choices,
  plainTextInput as inputLimits,
  overflowOptions,
  select,
} from "../limits.ts";
import {
  confirm,
  isOneOf,
  optionGroup,
  overflowOption,
  plainOption,
  richOption,
  type SlackOption,
} from "./options.ts";
import { plainText } from "./text.ts";

const shared = {
  action_id: z.string().min(1).max(actionId).optional(),
  confirm: confirm.optional(),
};
const focus = { focus_on_load: z.boolean().optional() };

/** reference/block-kit/block-elements/button-element */
const button = z.strictObject({
  type: z.literal("button"),
  ...shared,
  text: plainText(buttonLimits.text),
  url: z.url().max(buttonLimits.url).optional(),
  value: z.string().max(buttonLimits.value).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: z.string().max(buttonLimits.accessibilityLabel).optional(),
});

/** reference/block-kit/block-elements/select-menu-element#static_select */
const staticSelect = z
  .strictObject({
    type: z.literal("static_select"),
    ...shared,
    ...focus,
    placeholder: plainText(select.placeholder).optional(),
    options: z.array(plainOption).min(1).max(select.options).optional(),
    option_groups: z.array(optionGroup(select.options)).min(1).max(select.optionGroups).optional(),
    initial_option: plainOption.optional(),
  })
  .refine((element) => (element.options === undefined) !== (element.option_groups === undefined), {
    error: "must define either `options` or `option_groups`",
  })
  .refine((element) => hasValidInitialOption(element, selectOptions(element)), {
    error: "initial_option must match one of the options",
  });

/** All options of a select, with or without groups. */
export function selectOptions({
  options = [],
  option_groups = [],
}: {
  readonly options?: readonly SlackOption[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly SlackOption[] }[] | undefined;
}): readonly SlackOption[] {
  return [...options, ...option_groups.flatMap((group) => group.options)];
}

/** reference/block-kit/block-elements/overflow-menu-element */
const overflow = z.strictObject({
  type: z.literal("overflow"),
  ...shared,
  options: z.array(overflowOption).min(1).max(overflowOptions),
});

/** reference/block-kit/block-elements/radio-button-group-element */
const radioButtons = z
  .strictObject({
    type: z.literal("radio_buttons"),
    ...shared,
    ...focus,
    options: z.array(richOption).min(1).max(choices),
    initial_option: richOption.optional(),
  })
  .refine((element) => hasValidInitialOption(element, element.options), {
    error: "initial_option must match one of the options",
  });

/** reference/block-kit/block-elements/checkboxes-element */
const checkboxes = z
  .strictObject({
    type: z.literal("checkboxes"),
    ...shared,
    ...focus,
    options: z.array(richOption).min(1).max(choices),
    initial_options: z.array(richOption).min(1).max(choices).optional(),
  })
  .refine(
    ({ initial_options = [], options }) => initial_options.every((initial) => isOneOf(initial, options)),
    { error: "initial_options must match the options" },
  );

/** reference/block-kit/block-elements/plain-text-input-element */
const plainTextInput = z
  .strictObject({
    type: z.literal("plain_text_input"),
    action_id: shared.action_id,
    ...focus,
    placeholder: plainText(inputLimits.placeholder).optional(),
    initial_value: z.string().max(inputLimits.length).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(inputLimits.length).optional(),
    max_length: z.int().min(1).max(inputLimits.length).optional(),
    dispatch_action_config: z
      .strictObject({
        trigger_actions_on: z
          .array(z.enum(["on_enter_pressed", "on_character_entered"]))
          .min(1)
          .max(2),
      })
      .optional(),
  })
  .refine(({ min_length = 0, max_length = inputLimits.length }) => min_length <= max_length, {
    error: "min_length must not exceed max_length",
  });

function hasValidInitialOption(
  { initial_option: initial }: { readonly initial_option?: SlackOption | undefined },
  options: readonly SlackOption[],
): boolean {
  return initial === undefined || isOneOf(initial, options);
}

/** An element of an actions block, or a section's accessory. */
export const actionElement = z.discriminatedUnion("type", [
  button,
  staticSelect,
  overflow,
  radioButtons,
  checkboxes,
]);

/** An element of an input block. */
export const inputElement = z.discriminatedUnion("type", [
  plainTextInput,
  staticSelect,
  radioButtons,
  checkboxes,
]);

export type BlockElement = z.infer<typeof actionElement> | z.infer<typeof inputElement>;
