import { z } from "zod";
import { command as limits } from "../limits.ts";
import { errorText, findDuplicates, integer, list, optional, snowflake, text } from "./fields.ts";

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
  return optional(z.partialRecord(z.enum(locales), value));
}

/** interactions/application-commands#application-command-object-application-command-naming */
const slashName = text(1, limits.name).regex(
  /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u,
  errorText("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"),
);
const lowerName = slashName.refine(
  (name) => name === name.toLowerCase(),
  errorText("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"),
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
  required: optional(z.boolean()),
  choices: optional(list(choice, 0, limits.choices)),
  autocomplete: optional(z.boolean()),
  min_length: optional(integer(0, limits.length)),
  max_length: optional(integer(1, limits.length)),
  min_value: optional(z.number()),
  max_value: optional(z.number()),
  channel_types: optional(z.array(z.int())),
};

/** interactions/application-commands#application-command-object-application-command-option-type: 3 to 11 take a value */
const valueOption = z
  .strictObject({ type: z.literal([3, 4, 5, 6, 7, 8, 9, 10, 11]), ...optionFields })
  .refine(({ autocomplete, choices = [] }) => autocomplete !== true || choices.length === 0, {
    path: ["autocomplete"],
    error: errorText("APPLICATION_COMMAND_OPTION_AUTOCOMPLETE", "autocomplete cannot be set with choices"),
  });

const subcommand = z
  .strictObject({ type: z.literal(1), ...named, options: optional(list(valueOption, 0, limits.options)) })
  .superRefine(({ options = [] }, context) => checkOptions(options, context));

const subcommandGroup = z.strictObject({
  type: z.literal(2),
  ...named,
  options: optional(list(subcommand, 0, limits.options)),
});

const option = z.discriminatedUnion("type", [valueOption, subcommand, subcommandGroup]);

/** interactions/application-commands#create-global-application-command: 1 is a slash command, 2 and 3 are context menus */
export const command = z
  .strictObject({
    id: optional(snowflake),
    type: optional(z.literal([1, 2, 3])),
    name: text(1, limits.name),
    name_localizations: localised(text(1, limits.name)),
    description: optional(text(0, limits.description)),
    description_localizations: localised(text(0, limits.description)),
    options: optional(list(option, 0, limits.options)),
    default_member_permissions: optional(z.union([z.string().regex(/^\d+$/), z.int()])),
    dm_permission: optional(z.boolean()),
    default_permission: optional(z.boolean()),
    contexts: optional(list(z.literal([0, 1, 2]), 1, 3)),
    integration_types: optional(list(z.literal([0, 1]), 1, 2)),
    nsfw: optional(z.boolean()),
  })
  .superRefine((body, context) => {
    const { type = 1, name, description = "", options = [] } = body;
    const addIssue = (path: string, code: string, sentence: string) =>
      context.addIssue({ code: "custom", path: [path], message: errorText(code, sentence) });
    if (type === 1) {
      if (!lowerName.safeParse(name).success)
        addIssue("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
      if (description === "") addIssue("description", "BASE_TYPE_REQUIRED", "This field is required");
    } else {
      if (description !== "")
        addIssue(
          "description",
          "APPLICATION_COMMAND_DESCRIPTION_INVALID",
          "Context menu commands cannot have description",
        );
      if (options.length > 0)
        addIssue(
          "options",
          "APPLICATION_COMMAND_OPTIONS_INVALID",
          "Context menu commands cannot have options",
        );
    }
    checkOptions(options, context);
    if (commandSize(body) > limits.size) {
      const message = errorText(
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
  const addIssue = (at: number, code: string, sentence: string) =>
    context.addIssue({ code: "custom", path: ["options", at], message: errorText(code, sentence) });
  for (const at of findDuplicates(options.map(({ name }) => name)))
    addIssue(at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
  const optional = options.findIndex(({ required }) => required !== true);
  for (const [at, { required }] of options.entries())
    if (optional >= 0 && at > optional && required === true)
      addIssue(
        at,
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
}

interface CommandTexts {
  readonly name: string;
  readonly name_localizations?: object | undefined;
  readonly description?: string | undefined;
  readonly description_localizations?: object | undefined;
  readonly options?: readonly CommandTexts[] | undefined;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | undefined;
}

/** interactions/application-commands: of each text, the longest localization counts. */
function commandSize(texts: CommandTexts): number {
  const { name, description = "", options = [], choices = [] } = texts;
  const longest = (own: string, others: object = {}) =>
    Math.max(...[own, ...Object.values(others).map(String)].map(({ length }) => length));
  const nested = [
    ...options.map(commandSize),
    ...choices.map((one) => one.name.length + String(one.value).length),
  ];
  return (
    longest(name, texts.name_localizations) +
    longest(description, texts.description_localizations) +
    nested.reduce((sum, size) => sum + size, 0)
  );
}
