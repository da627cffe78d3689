import { z } from "zod";
import { placeholderFaults, unknownPlaceholders } from "./placeholders.ts";
import { askIdRule, entryId, askId as id, lineElse } from "./schema.ts";

/** A record by ids; a key that is no valid id gets the rule as its error. */
function byId<S extends z.ZodType>(value: S, error: string) {
  return z.record(id, value, { error: ({ code }) => (code === "invalid_key" ? askIdRule : error) });
}

const line = lineElse("must be a line of text: put it in quotes");
const sentence = line.pipe(z.string().max(300, "must be at most 300 characters"));

/** A sentence of the draft with {words} for the answer, and perhaps {language} for the one it is written in. */
const withWords = sentence.superRefine((given, context) => {
  for (const fault of placeholderFaults([given.replace("{language}", "")], ["{words}"]))
    context.addIssue(fault);
});

const dates = ["{today}", "{yesterday}", "{this-month}", "{last-month}"];

/** An option's sentence, with dates relative to the day of the answer, or "" if it says nothing to AWS. */
const optionSentence = z
  .string("must be a line of text: put it in quotes")
  .trim()
  .regex(/^[^\n]*$/, "must be one line")
  .max(300, "must be at most 300 characters")
  .superRefine((given, context) => {
    for (const fault of unknownPlaceholders([given], dates)) context.addIssue(fault);
  });

/** Discord's limit for a select: https://docs.discord.com/developers/components/reference#string-select */
const maxOptions = 25;
/** Slack's and Discord's limit for checkboxes: https://docs.discord.com/developers/components/reference#checkbox-group */
const maxCheckboxes = 10;
/** Slack's limit for a plain-text input: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const maxInputCharacters = 3000;

const options = byId(optionSentence, "write options as id: sentence").superRefine((given, context) => {
  const count = Object.keys(given).length;
  if (count < 2) context.addIssue("give at least 2 options");
  if (count > maxOptions) context.addIssue(`give at most ${maxOptions} options`);
});

const expressions = z.array(line, "write a list of expressions").min(1, "give at least one expression");

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
      except: z.array(line, "write a list of answers").optional(),
      tried: z.boolean("must be true or false").default(false),
      facts: z.array(id, "write a list of options: [id, id]").optional(),
      steps: entryId.optional(),
      several: z.boolean("must be true or false").optional(),
      formerly: byId(z.array(id).min(1), "write former options as id: [option]").optional(),
      heard: byId(expressions, "write what is heard as option: [expression]").optional(),
      optional: z.boolean("must be true or false").default(false),
    },
    { error: ({ code }) => (code === "invalid_type" ? "give options, a line or a paragraph" : undefined) },
  )
  .transform((given, context) => {
    const { options, line, paragraph, must, except, limit, steps, facts, heard, several, formerly } = given;
    const base = { isTried: given.tried, isOptional: given.optional };
    const conflict = findConflict(given);
    const english = line ?? paragraph ?? "";
    if (conflict) context.addIssue({ code: "custom", path: [...conflict.path], message: conflict.message });
    if (options) {
      const list = Object.entries(options).map(([id, sentence]) => ({ id, english: sentence }));
      const more = {
        ...(steps !== undefined && { steps }),
        ...(facts && { facts }),
        ...(several && { isSeveral: true }),
        ...(formerly && { formerly }),
        ...(heard && { heard }),
      };
      return { kind: "choice" as const, options: list, ...base, ...more };
    }
    if (line === undefined) return { kind: "paragraph" as const, english, limit: limit ?? 0, ...base };
    return { kind: "line" as const, english, limit: limit ?? 0, must, ...base, ...(except && { except }) };
  });

interface AskFields {
  readonly options?: Readonly<Record<string, string>> | undefined;
  readonly line?: string | undefined;
  readonly paragraph?: string | undefined;
  readonly must?: string | undefined;
  readonly except?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly tried: boolean;
  readonly facts?: readonly string[] | undefined;
  readonly steps?: string | undefined;
  readonly heard?: object | undefined;
  readonly several?: boolean | undefined;
  readonly formerly?: Readonly<Record<string, readonly string[]>> | undefined;
}

interface Conflict {
  readonly path: readonly string[];
  readonly message: string;
}

/** Finds keys that don't go together. */
function findConflict(given: AskFields): Conflict | undefined {
  const { options, line, paragraph, must, except, limit } = given;
  if ([options, line, paragraph].filter((each) => each !== undefined).length !== 1)
    return { path: [], message: "give one of options, line and paragraph" };
  if (must !== undefined && line === undefined)
    return { path: ["must"], message: "only a line can be asked for that" };
  if (except !== undefined && line === undefined)
    return { path: ["except"], message: "only a line has answers that say nothing" };
  if (options !== undefined)
    return limit === undefined
      ? optionConflict(options, given)
      : { path: ["limit"], message: "options have none" };
  const ofOptions = (["facts", "steps", "heard", "several", "formerly"] as const).find(
    (key) => given[key] !== undefined,
  );
  if (ofOptions) return { path: [ofOptions], message: "only options have that" };
  return limit === undefined ? { path: [], message: "limit: give the characters that it takes" } : undefined;
}

/** Finds keys that name no option, or that nothing comes of. */
function optionConflict(
  options: Readonly<Record<string, string>>,
  { tried, facts = [], heard = {}, steps, several = false, formerly = {} }: AskFields,
): Conflict | undefined {
  const isUnknown = (option: string) => !Object.hasOwn(options, option);
  if (several && Object.keys(options).length > maxCheckboxes)
    return { path: ["several"], message: `give at most ${maxCheckboxes} options to choose several of` };
  const former = formerFault(formerly, isUnknown, several);
  if (former) return former;
  const fact = facts.findIndex(isUnknown);
  if (fact >= 0) return { path: ["facts"], message: `there is no option "${facts[fact]}"` };
  const heardUnknown = Object.keys(heard).find(isUnknown);
  if (heardUnknown !== undefined)
    return { path: ["heard", heardUnknown], message: `there is no option "${heardUnknown}"` };
  if (!tried && facts.length > 0)
    return { path: ["facts"], message: "they all are facts: tried: true is missing" };
  if (steps !== undefined && !(tried && Object.values(options).includes("")))
    return { path: ["steps"], message: 'nothing leads back there: no option that says what was tried is ""' };
  return undefined;
}

/** What an option of before became: options that are there, several only where several can be chosen. */
function formerFault(
  formerly: Readonly<Record<string, readonly string[]>>,
  isUnknown: (option: string) => boolean,
  isSeveral: boolean,
): Conflict | undefined {
  for (const [former, now] of Object.entries(formerly)) {
    const path = ["formerly", former];
    if (!isUnknown(former)) return { path, message: `"${former}" is still an option` };
    const missing = now.find(isUnknown);
    if (missing !== undefined) return { path, message: `there is no option "${missing}"` };
    if (now.length > 1 && !isSeveral) return { path, message: "name one option: several is missing" };
  }
  return undefined;
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
    untried: line.pipe(z.string().max(200, "untried is at most 200 characters")).optional(),
    options: byId(
      line.pipe(z.string().max(75, "an option's label is at most 75 characters")),
      "write options as id: label",
    ).default({}),
  }),
  "write the questions as id: ...",
);
