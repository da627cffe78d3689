import { z } from "zod";
import { button as buttonLimits, layout, components as limits, select as selectLimits } from "../limits.ts";
import { errorText, integer, list, optional, snowflake, text, webUrl } from "./fields.ts";

const shared = { id: optional(integer(0, 2 ** 31 - 1)) };
export const customId = text(1, limits.customId);

const emoji = z.strictObject({
  id: optional(snowflake),
  name: optional(text(0, 32)),
  animated: optional(z.boolean()),
});

/** components/reference#button-button-styles: 5 is a link; the premium button (6) is not supported. */
const button = z
  .strictObject({
    type: z.literal(2),
    ...shared,
    style: z.literal([1, 2, 3, 4, 5]),
    label: optional(text(0, buttonLimits.label)),
    emoji: optional(emoji),
    custom_id: optional(customId),
    url: optional(webUrl(buttonLimits.url, ["http", "https", "discord"])),
    disabled: optional(z.boolean()),
  })
  .superRefine(({ style, custom_id: id, url, label, emoji: picture }, context) => {
    const addIssue = (path: string, code: string, sentence: string) =>
      context.addIssue({ code: "custom", path: [path], message: errorText(code, sentence) });
    if (style === 5 && url === undefined) addIssue("url", "BASE_TYPE_REQUIRED", "A url is required");
    if (style === 5 && id !== undefined)
      addIssue(
        "custom_id",
        "BUTTON_COMPONENT_CUSTOM_ID_AND_URL",
        "A custom id and url cannot both be specified",
      );
    if (style !== 5 && id === undefined)
      addIssue("custom_id", "BASE_TYPE_REQUIRED", "A custom id is required");
    if (style !== 5 && url !== undefined)
      addIssue("url", "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified");
    if (!label && !picture) addIssue("label", "BASE_TYPE_REQUIRED", "A label or an emoji is required");
  });

const option = z.strictObject({
  label: text(1, selectLimits.label),
  value: text(1, selectLimits.value),
  description: optional(text(0, selectLimits.description)),
  emoji: optional(emoji),
  default: optional(z.boolean()),
});

const anySelect = {
  ...shared,
  custom_id: customId,
  placeholder: optional(text(0, selectLimits.placeholder)),
  min_values: optional(integer(0, selectLimits.values)),
  max_values: optional(integer(1, selectLimits.values)),
  disabled: optional(z.boolean()),
  required: optional(z.boolean()),
};

/** components/reference#string-select; `required` is for modals, where `disabled` is an error. */
export const stringSelect = z
  .strictObject({ type: z.literal(3), ...anySelect, options: list(option, 1, selectLimits.options) })
  .superRefine(({ options, min_values: min = 1, max_values: max = 1 }, context) => {
    const addIssue = (path: (string | number)[], code: string, sentence: string) =>
      context.addIssue({ code: "custom", path, message: errorText(code, sentence) });
    const values = options.map(({ value }) => value);
    for (const at of values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : [])))
      addIssue(
        ["options", at, "value"],
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        "The specified option value is already used",
      );
    if (min > max) addIssue(["min_values"], "SELECT_COMPONENT_MIN_VALUES", "min_values exceeds max_values");
    if (max > options.length)
      addIssue(["max_values"], "SELECT_COMPONENT_MAX_VALUES", "max_values exceeds the number of options");
    if (options.filter((one) => one.default === true).length > max)
      addIssue(["options"], "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "More defaults than max_values");
  });

/** components/reference#user-select, #role-select, #mentionable-select, #channel-select */
export const entitySelect = z.strictObject({
  type: z.literal([5, 6, 7, 8]),
  ...anySelect,
  default_values: optional(
    z.array(z.strictObject({ id: snowflake, type: z.enum(["user", "role", "channel"]) })),
  ),
  channel_types: optional(z.array(z.int())),
});

/** components/reference#action-row: up to five buttons, or one select */
const row = z
  .strictObject({
    type: z.literal(1),
    ...shared,
    components: list(
      z.discriminatedUnion("type", [button, stringSelect, entitySelect]),
      1,
      limits.buttonsPerRow,
    ),
  })
  .refine(({ components }) => components.length === 1 || components.every(({ type }) => type === 2), {
    path: ["components"],
    error: errorText("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width"),
  });

/** components/reference#text-display */
export const textDisplay = z.strictObject({ type: z.literal(10), ...shared, content: text(1, layout.text) });

const media = z.strictObject({ url: webUrl(layout.mediaUrl, ["http", "https", "attachment"]) });
const described = {
  media,
  description: optional(text(1, layout.mediaDescription)),
  spoiler: optional(z.boolean()),
};
const thumbnail = z.strictObject({ type: z.literal(11), ...shared, ...described });

/** components/reference#section */
const section = z.strictObject({
  type: z.literal(9),
  ...shared,
  components: list(textDisplay, 1, layout.sectionTexts),
  accessory: z.discriminatedUnion("type", [button, thumbnail]),
});

const gallery = z.strictObject({
  type: z.literal(12),
  ...shared,
  items: list(z.strictObject(described), 1, layout.galleryItems),
});
const file = z.strictObject({
  type: z.literal(13),
  ...shared,
  file: z.strictObject({ url: webUrl(layout.mediaUrl, ["attachment"]) }),
  spoiler: optional(z.boolean()),
});
const separator = z.strictObject({
  type: z.literal(14),
  ...shared,
  divider: optional(z.boolean()),
  spacing: optional(z.literal([1, 2])),
});

const inContainer = z.discriminatedUnion("type", [row, textDisplay, section, gallery, file, separator]);

/** components/reference#container */
const container = z.strictObject({
  type: z.literal(17),
  ...shared,
  components: list(inContainer, 1, limits.total),
  accent_color: optional(integer(0, layout.accent)),
  spoiler: optional(z.boolean()),
});

/** The top-level components of a message, classic or Components V2. */
export const topLevel = z.discriminatedUnion("type", [
  row,
  section,
  textDisplay,
  gallery,
  file,
  separator,
  container,
]);

export type TopLevelComponent = z.infer<typeof topLevel>;
export type ButtonComponent = z.infer<typeof button>;
export type StringSelectComponent = z.infer<typeof stringSelect>;
export type AnyComponent =
  | TopLevelComponent
  | ButtonComponent
  | StringSelectComponent
  | z.infer<typeof entitySelect>
  | z.infer<typeof thumbnail>;
