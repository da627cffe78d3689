import { z } from "zod";
import { command as limits } from "../limits.ts";
import { complaint, findRepeated, list, maybe, snowflake, text, whole } from "./fields.ts";

/** reference#locales */
const locales = [
  ...[
    "id",
    "da",
    "de",
    "en-GB",
    "en-US",
    "es-ES",
    "es-419",
    "fr",
    "hr",
    "it",
    "lt",
    "hu",
    "nl",
    "no",
    "pl",
    "pt-BR",
  ],
  ...[
    "ro",
    "fi",
    "sv-SE",
    "vi",
    "tr",
    "cs",
    "el",
    "bg",
    "ru",
    "uk",
    "hi",
    "th",
    "zh-CN",
    "ja",
    "zh-TW",
    "ko",
    "ar",
    "he",
  ],
] as const;

function localised<T extends z.ZodType>(value: T) {
  return maybe(z.partialRecord(z.enum(locales), value));
}

/** interactions/application-commands#application-command-object-application-command-naming */
const slashName = text(1, limits.name).regex(
  /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u,
  complaint("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"),
);
const lowerName = slashName.refine(
  (name) => name === name.toLowerCase(),
  complaint("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"),
);

const description = text(1, limits.description);
const choice = z.strictObject({
  name: text(1, limits.choiceName),
  name_localizations: localised(text(1, limits.choiceName)),
  value: z.union([text(0, limits.choiceValue), z.number()]),
});

const named = {
  name: lowerName,
  name_localizations: localised(lowerName),
  description,
  description_localizations: localised(description),
};

const optionFields = {
  ...named,
  required: maybe(z.boolean()),
  choices: maybe(list(choice, 0, limits.choices)),
  autocomplete: maybe(z.boolean()),
  min_length: maybe(whole(0, limits.length)),
  max_length: maybe(whole(1, limits.length)),
  min_value: maybe(z.number()),
  max_value: maybe(z.number()),
  channel_types: maybe(z.array(z.int())),
};

/** interactions/application-commands#application-command-object-application-command-option-type: 3 to 11 take a value */
const valueOption = z
  .strictObject({ type: z.literal([3, 4, 5, 6, 7, 8, 9, 10, 11]), ...optionFields })
  .refine(({ autocomplete, choices = [] }) => autocomplete !== true || choices.length === 0, {
    path: ["autocomplete"],
    error: complaint("APPLICATION_COMMAND_OPTION_AUTOCOMPLETE", "autocomplete cannot be set with choices"),
  });

const subcommand = z
  .strictObject({ type: z.literal(1), ...named, options: maybe(list(valueOption, 0, limits.options)) })
  .superRefine(({ options = [] }, context) => checkOptions(options, context));

const subcommandGroup = z.strictObject({
  type: z.literal(2),
  ...named,
  options: maybe(list(subcommand, 0, limits.options)),
});

const option = z.discriminatedUnion("type", [valueOption, subcommand, subcommandGroup]);

/** interactions/application-commands#create-global-application-command: type 1 is typed, 2 and 3 are menus. */
export const command = z
  .strictObject({
    id: maybe(snowflake),
    type: maybe(z.literal([1, 2, 3])),
    name: text(1, limits.name),
    name_localizations: localised(text(1, limits.name)),
    description: maybe(text(0, limits.description)),
    description_localizations: localised(text(0, limits.description)),
    options: maybe(list(option, 0, limits.options)),
    default_member_permissions: maybe(z.union([z.string().regex(/^\d+$/), z.int()])),
    dm_permission: maybe(z.boolean()),
    default_permission: maybe(z.boolean()),
    contexts: maybe(list(z.literal([0, 1, 2]), 1, 3)),
    integration_types: maybe(list(z.literal([0, 1]), 1, 2)),
    nsfw: maybe(z.boolean()),
  })
  .superRefine((whole, context) => {
    const { type = 1, name, description: said = "", options = [] } = whole;
    const complain = (path: string, code: string, sentence: string) =>
      context.addIssue({ code: "custom", path: [path], message: complaint(code, sentence) });
    if (type === 1) {
      if (!lowerName.safeParse(name).success)
        complain("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
      if (said === "") complain("description", "BASE_TYPE_REQUIRED", "This field is required");
    } else {
      if (said !== "")
        complain(
          "description",
          "APPLICATION_COMMAND_DESCRIPTION_INVALID",
          "Context menu commands cannot have description",
        );
      if (options.length > 0)
        complain(
          "options",
          "APPLICATION_COMMAND_OPTIONS_INVALID",
          "Context menu commands cannot have options",
        );
    }
    checkOptions(options, context);
    if (measure(whole) > limits.size) {
      const message = complaint(
        "APPLICATION_COMMAND_TOO_LARGE",
        `Command exceeds maximum size (${limits.size})`,
      );
      context.addIssue({ code: "custom", path: [], message });
    }
  });

export type CommandBody = z.infer<typeof command>;

function checkOptions(
  options: readonly { readonly name: string; readonly required?: boolean | undefined }[],
  context: z.RefinementCtx,
): void {
  const complain = (at: number, code: string, sentence: string) =>
    context.addIssue({ code: "custom", path: ["options", at], message: complaint(code, sentence) });
  for (const at of findRepeated(options.map(({ name }) => name)))
    complain(at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
  const optional = options.findIndex(({ required }) => required !== true);
  for (const [at, { required }] of options.entries())
    if (optional >= 0 && at > optional && required === true)
      complain(
        at,
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
}

interface Measured {
  readonly name: string;
  readonly name_localizations?: object | undefined;
  readonly description?: string | undefined;
  readonly description_localizations?: object | undefined;
  readonly options?: readonly Measured[] | undefined;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | undefined;
}

/** interactions/application-commands: of each text the longest of all languages counts. */
function measure(whole: Measured): number {
  const { name, description: said = "", options = [], choices = [] } = whole;
  const longest = (own: string, others: object = {}) =>
    Math.max(...[own, ...Object.values(others).map(String)].map(({ length }) => length));
  const nested = [
    ...options.map(measure),
    ...choices.map((one) => one.name.length + String(one.value).length),
  ];
  return (
    longest(name, whole.name_localizations) +
    longest(said, whole.description_localizations) +
    nested.reduce((sum, size) => sum + size, 0)
  );
}
