import { z } from "zod";
import type { Text } from "../answer/text.ts";
import { countExpanded, expandSlots } from "../lib/expand-slots.ts";
import { toWords } from "../lib/normalise.ts";
import { placeholderFaults } from "./placeholders.ts";
import { readSpans } from "./read-spans.ts";
import { lineElse } from "./schema.ts";

// The kinds of values in a language's file.

/** The error of an absent value; other errors keep their own message. */
export function orMissing({ input }: { readonly input?: unknown }): string | undefined {
  return input === undefined || input === null ? "is missing: en.yaml shows what stands here" : undefined;
}

/** An object of which every key must be there. */
export function part<S extends z.core.$ZodShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  return z.strictObject(shape, { error: orMissing });
}

const text = lineElse({
  error: (issue) => orMissing(issue) ?? "must be a line of text: put it in quotes",
});

/** A text without markup, which would be shown as it is. */
export function plainText(limit: number, ...placeholders: readonly string[]) {
  return text.max(limit, tooLong(limit)).superRefine((given, context) => {
    if (/\*\*|\]\(/.test(given)) context.addIssue("no bold and no link can stand here");
    for (const fault of placeholderFaults([given], placeholders)) context.addIssue(fault);
  });
}

/** Maximum characters of a sentence. */
export const sentenceLimit = 500;
export const label = (...placeholders: readonly string[]) => plainText(40, ...placeholders);
export const title = plainText(100);
export const sentence = plainText(sentenceLimit);
export const sentenceWithName = plainText(sentenceLimit, "{name}");
/** {time} is a point in time, which each client shows in its own zone. */
export const sentenceWithTime = plainText(sentenceLimit, "{time}");
export const sentenceWithNameAndTime = plainText(sentenceLimit, "{name}", "{time}");

/** Lines with **bold** and [links]({url}). Each placeholder must be in one line or in several. */
export function markedLines(...placeholders: readonly string[]) {
  return z
    .array(text.max(sentenceLimit, tooLong(sentenceLimit)), { error: orMissing })
    .min(1, "give at least one step")
    .transform((lines, context) => {
      for (const fault of placeholderFaults(lines, placeholders)) context.addIssue(fault);
      return lines.map((given, index): Text => {
        const { text: read, problems } = readSpans(given, "{url}");
        for (const message of problems) context.addIssue({ code: "custom", message, path: [index] });
        return read;
      });
    });
}

/** A sentence with **bold** and [links]({url}). */
export function markedSentence(...placeholders: readonly string[]) {
  return text.max(sentenceLimit, tooLong(sentenceLimit)).transform((given, context): Text => {
    const { text: read, problems } = readSpans(given, "{url}");
    for (const fault of [...placeholderFaults([given], placeholders), ...problems]) context.addIssue(fault);
    return read;
  });
}

/** Maximum characters of a modal's title and buttons (Slack's limit for a view). */
export const modalLimit = 24;
export const modalLabel = plainText(modalLimit);
/** Discord's limits for a Label in a modal (components/reference). */
export const fieldLabel = plainText(45);
export const fieldHint = plainText(100);

/** Discord's rule for the name of a command's option (interactions/application-commands). */
export const commandName = text.regex(
  /^(?!.*\p{Lu})[-_'\p{L}\p{M}\p{N}]{1,32}$/u,
  "must be small letters and - without spaces, at most 32",
);

/** Words separated by commas, with their accents. */
export const accentedList = z
  .string("must be a line of text")
  .regex(/^[\p{L}\p{M}\s,]*$/u, "write words with commas between them")
  .default("")
  .transform((list) => list.split(",").flatMap((word) => word.normalize("NFC").trim() || []));

/** Names separated by commas, in small letters for comparison. */
export const names = text.transform((list) =>
  list.split(",").flatMap((name) => name.normalize("NFC").trim().toLowerCase() || []),
);

function tooLong(limit: number): string {
  return `must be at most ${limit} characters`;
}

const toExpressions = (list: string) =>
  list.split(",").flatMap((expression) => toWords(expression).join(" ") || []);
/** Expressions separated by commas, normalised for comparison. */
export const filledList = text
  .transform(toExpressions)
  .refine((expressions) => expressions.length > 0, "give at least one");

/** One expression with slots stands for at most so many. */
const maxExpanded = 1000;
const toCues = (list: string) =>
  list
    .split(",")
    .flatMap(expandSlots)
    .flatMap((cue) => toWords(cue).join(" ") || []);
/** The same, with slots: "are/r you/u a? bot". `/` is or, `?` marks what may be left out. */
export const cueList = text
  .superRefine((list, context) => {
    for (const expression of list.split(",").filter((one) => countExpanded(one) > maxExpanded))
      context.addIssue({
        code: "custom",
        message: `"${expression.trim()}" stands for more than ${maxExpanded} expressions: split it`,
      });
  })
  .transform(toCues)
  .refine((cues) => cues.length > 0, "give at least one");
export const optionalList = z.string("must be a line of text").default("").transform(toExpressions);
