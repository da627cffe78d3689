import { z } from "zod";

/** Ids are used in file names and in button tokens, whose parts are separated by dots. */
export const idPattern = /^(?!-$)[^\s./\\:]+$/u;
export const idRule = "an id has no space, dot, slash or colon and is not just a dash";

export const entryId = z.string().regex(idPattern, idRule);

/** Ids of asks and options become field ids of forms. */
export const askIdRule =
  "an id is made of small letters, digits and dashes and begins with a letter, at most 40 characters";
export const askId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, askIdRule);
const isUnique = (given: readonly string[]) => new Set(given).size === given.length;
const listOfIds = z.array(entryId, "write a list: [id, id]");
const uniqueIds = listOfIds.refine(isUnique, "an id stands twice");
const ids = uniqueIds.default([]);
const httpsUrl = z.url({ protocol: /^https$/, error: "give a full address that begins with https://" });
/** A trimmed text of one line. */
export function lineElse(error: string | z.core.$ZodStringParams): z.ZodString {
  return z
    .string(error)
    .trim()
    .min(1, "must not be empty")
    .regex(/^[^\n]*$/, "must be one line");
}

const line = lineElse("must be a line of text");
const isoDate = z.iso.date({
  error: ({ input }) =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(input)) ? "there is no such day" : "write the date as 2026-11-20",
});

/** The texts of a case, in English or as a gloss. */
const caseTexts = {
  subject: line.pipe(z.string().max(100, "a subject is at most 100 characters")),
  problem: line.pipe(z.string().max(500, "say the problem in at most 500 characters")),
  request: line.pipe(z.string().max(500, "say the request in at most 500 characters")),
};

const door = z.enum(["console", "no-sign-in", "mfa-form"], "must be console, no-sign-in or mfa-form");

/** Answers by question: the options that count, or "given" for any answer. */
const when = z
  .record(
    askId,
    z.union([z.literal("given"), z.array(askId).min(1)], "write the options as a list, or the word given"),
    {
      error: ({ code }) => (code === "invalid_key" ? askIdRule : "write when as question: [option, option]"),
    },
  )
  .refine((given) => Object.keys(given).length > 0, "name a question and its options");

const variant = z
  .strictObject({
    when,
    door: door.optional(),
    entry: entryId.optional(),
    subject: caseTexts.subject.optional(),
  })
  .refine(
    ({ door: ownDoor, entry, subject }) =>
      entry === undefined ? Boolean(ownDoor ?? subject) : !ownDoor && !subject,
    "give a door, a subject or both, or else an entry",
  );

const awsCase = z.strictObject({
  to: z.literal("aws-case"),
  door,
  service: line.optional(),
  category: line.optional(),
  serviceCode: line.optional(),
  categoryCode: line.optional(),
  contact: line.optional(),
  ...caseTexts,
  asks: ids.pipe(z.array(z.string()).max(10, "a form asks at most 10 things")),
  variants: z.array(variant, "write a list: - when: ...").default([]),
  tried: z.boolean("must be true or false").default(true),
});

const escalate = z
  .discriminatedUnion(
    "to",
    [
      awsCase,
      z.strictObject({ to: z.literal("administrator") }),
      z.strictObject({ to: z.literal("link"), url: httpsUrl }),
    ],
    {
      error: ({ code }) =>
        `${code === "invalid_union" ? "must be" : "begin with to:"} aws-case, administrator or link`,
    },
  )
  .optional();

const base = {
  source: z.array(z.strictObject({ name: line, url: httpsUrl })).default([]),
  verified: isoDate.optional(),
  related: ids.pipe(z.array(z.string()).max(3, "at most 3 related entries")),
  refines: entryId.optional(),
  needsSignIn: z.boolean("must be true or false").optional(),
  formerly: ids,
};

/** entry.yaml: everything that does not depend on the language. */
export const entrySchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("answer"),
      ...base,
      escalate,
      tells: z.record(askId, askId, "write tells as question: option").optional(),
    }),
    z.strictObject({ kind: z.literal("elsewhere"), ...base, escalate, unasked: z.boolean().default(false) }),
    z.strictObject({
      kind: z.literal("choice"),
      ...base,
      options: listOfIds
        .pipe(
          z
            .array(z.string())
            .min(2, "a choice has at least 2 options")
            .max(6, "a choice has at most 6 options"),
        )
        .refine(isUnique, "an id stands twice"),
    }),
  ],
  {
    error: ({ code }) => (code === "invalid_union" ? "must be answer, choice or elsewhere" : undefined),
  },
);

/** The front matter of an entry's text. Slack's limit for a button label is 75 characters (Block Kit, button). */
export const frontMatterSchema = z.strictObject({
  title: line.pipe(z.string().max(150, "a title is at most 150 characters")),
  short: line.pipe(z.string().max(40, "a short label is at most 40 characters")).optional(),
  phrases: z
    .array(
      z
        .string("a phrase is text: put it in quotes")
        .trim()
        .min(1, "must not be empty")
        .regex(/[\p{L}\p{N}]/u, "must hold a word")
        .max(500, "a phrase is at most 500 characters"),
      "give a list of phrases",
    )
    .min(1, "give at least one phrase"),
  options: z
    .record(entryId, line.pipe(z.string().max(60, "an option's label is at most 60 characters")))
    .default({}),
  case: z.strictObject(caseTexts, "give subject, problem and request").optional(),
});

/** pack.yaml: the ids of the front page, of the entry that leads to a person, and of the one that tells what is genuine. */
export const packSchema = z.strictObject({
  home: entryId.optional(),
  person: entryId.optional(),
  genuine: entryId.optional(),
});

/** synonyms.yaml: groups of words and expressions with the same meaning. */
export const synonymsSchema = z.array(
  z
    .array(
      line.pipe(z.string().max(60, "an expression is at most 60 characters")),
      "write a group as a list: [mfa, 2fa]",
    )
    .min(2, "a group has at least 2 expressions"),
  "write a list of groups: - [mfa, 2fa]",
);
