import { z } from "zod";
import { placeholderFaults, unknownPlaceholders } from "./placeholders.ts";
import { lineElse } from "./schema.ts";

/** Ids of asks and options become field ids of forms. */
const idRule =
  "an id is made of small letters, digits and dashes and begins with a letter, at most 40 characters";
const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, idRule);

/** A record by ids; a key that is no valid id gets the rule as its error. */
function byId<S extends z.ZodType>(value: S, error: string) {
  return z.record(id, value, { error: ({ code }) => (code === "invalid_key" ? idRule : error) });
}

const line = lineElse("must be a line of text: put it in quotes");
const sentence = line.pipe(z.string().max(300, "must be at most 300 characters"));

/** A sentence of the draft with {words} for the answer. */
const withWords = sentence.superRefine((given, context) => {
  for (const fault of placeholderFaults([given], ["{words}"])) context.addIssue(fault);
});

/** An option's sentence; {today} and {yesterday} are relative to the day of the answer. */
const withDates = sentence.superRefine((given, context) => {
  for (const fault of unknownPlaceholders([given], ["{today}", "{yesterday}"])) context.addIssue(fault);
});

/** Discord's limit for a select: https://docs.discord.com/developers/components/reference#string-select */
const maxOptions = 25;
/** Slack's limit for a plain-text input: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const maxInputCharacters = 3000;

const options = byId(withDates, "write options as id: sentence").superRefine((given, context) => {
  const count = Object.keys(given).length;
  if (count < 2) context.addIssue("give at least 2 options");
  if (count > maxOptions) context.addIssue(`give at most ${maxOptions} options`);
});

const askSchema = z
  .strictObject(
    {
      options: options.optional(),
      line: withWords.optional(),
      paragraph: withWords.optional(),
      must: z.enum(["domain", "digits"], "must be domain or digits").optional(),
      limit: z
        .int("must be a whole number")
        .min(1, "must be at least 1")
        .max(maxInputCharacters, `must be at most ${maxInputCharacters}`)
        .optional(),
      tried: z.boolean("must be true or false").default(false),
      optional: z.boolean("must be true or false").default(false),
    },
    { error: ({ code }) => (code === "invalid_type" ? "give options, a line or a paragraph" : undefined) },
  )
  .transform((given, context) => {
    const { options, line, paragraph, must, limit, tried: isTried, optional: isOptional } = given;
    const conflict = findConflict(given);
    const english = line ?? paragraph ?? "";
    if (conflict) context.addIssue({ code: "custom", path: [...conflict.path], message: conflict.message });
    if (options) {
      const list = Object.entries(options).map(([id, english]) => ({ id, english }));
      return { kind: "choice" as const, options: list, isTried, isOptional };
    }
    if (line === undefined)
      return { kind: "paragraph" as const, english, limit: limit ?? 0, isTried, isOptional };
    return { kind: "line" as const, english, limit: limit ?? 0, must, isTried, isOptional };
  });

interface AskFields {
  readonly options?: object | undefined;
  readonly line?: string | undefined;
  readonly paragraph?: string | undefined;
  readonly must?: string | undefined;
  readonly limit?: number | undefined;
}

interface Conflict {
  readonly path: readonly string[];
  readonly message: string;
}

/** Finds keys that don't go together. */
function findConflict({ options, line, paragraph, must, limit }: AskFields): Conflict | undefined {
  if ([options, line, paragraph].filter((each) => each !== undefined).length !== 1)
    return { path: [], message: "give one of options, line and paragraph" };
  if (must !== undefined && line === undefined)
    return { path: ["must"], message: "only a line can be asked for that" };
  if (options !== undefined)
    return limit === undefined ? undefined : { path: ["limit"], message: "options have none" };
  return limit === undefined ? { path: [], message: "limit: give the characters that it takes" } : undefined;
}

/** asks.yaml: the questions of the case forms, and the English sentence for each answer. */
export const asksSchema = byId(askSchema, "write the questions as id: ...");

/**
 * asks.<locale>.yaml: the labels of the questions. Limits: 45 characters for a label, 100 for a hint (Discord, Label:
 * https://docs.discord.com/developers/components/reference#label), 75 for an option's label (Slack, option object:
 * https://docs.slack.dev/reference/block-kit/composition-objects/option-object).
 */
export const askTextsSchema = byId(
  z.strictObject({
    label: line.pipe(z.string().max(45, "a label is at most 45 characters")),
    hint: line.pipe(z.string().max(100, "a hint is at most 100 characters")).optional(),
    options: byId(
      line.pipe(z.string().max(75, "an option's label is at most 75 characters")),
      "write options as id: label",
    ).default({}),
  }),
  "write the questions as id: ...",
);
