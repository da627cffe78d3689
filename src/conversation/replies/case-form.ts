import { type Form, type FormField, joinOptions } from "../../answer/form.ts";
import { fill } from "../../answer/text.ts";
import { writeToken } from "../../answer/token.ts";
import { asksOf, type CaseText, type Draft, draftTtlDays } from "../../cases/draft.ts";
import { maxDescriptionCharacters, maxFormFields, maxSubjectCharacters } from "../../cases/limits.ts";
import { type Ask, chosenIds, labelsOf } from "../../knowledge/ask.ts";
import type { AwsCase, Entry } from "../../knowledge/entry.ts";
import { shorten } from "../../lib/shorten.ts";
import { mask, maskSecrets } from "../../safety/mask.ts";
import type { ReplyContext } from "./context.ts";

/** An entry that escalates to AWS Support, with its case. */
export interface CaseEntry {
  readonly entry: Entry;
  readonly awsCase: AwsCase;
}

/** The questions of a case in as few steps as forms allow, evenly spread. */
export function formSteps(context: ReplyContext, { awsCase }: CaseEntry): readonly (readonly Ask[])[] {
  const asks = asksOf(context.knowledge, awsCase);
  const count = Math.max(1, Math.ceil(asks.length / maxFormFields));
  const size = Math.ceil(asks.length / count);
  return Array.from({ length: count }, (_, step) => asks.slice(step * size, (step + 1) * size));
}

/** One step of a case's form, filled with earlier answers; undefined after the last step. */
export function caseForm(
  context: ReplyContext,
  caseEntry: CaseEntry,
  { step, answers }: { readonly step: number; readonly answers: Draft["answers"] },
): Form | undefined {
  const { locale, strings } = context;
  const steps = formSteps(context, caseEntry);
  const asks = steps[step - 1];
  if (!asks) return undefined;
  const { title, titleOfStep, next, finish } = strings.caseQuestions;
  const count = String(steps.length);
  return {
    locale,
    title: steps.length === 1 ? title : fill(titleOfStep, { step: String(step), steps: count }),
    note: fill(strings.formNotes.case, { days: String(draftTtlDays) }),
    fields: asks.map((ask) => toField(context, ask, answers[ask.id])),
    submit: step === steps.length ? finish : next,
    token: writeToken({ action: "fill", entry: caseEntry.entry.id, locale, ...(step > 1 && { step }) }),
  };
}

function toField({ locale }: ReplyContext, ask: Ask, value: string | undefined): FormField {
  const { label, hint, options } = labelsOf(ask, locale);
  const base = {
    id: ask.id,
    label,
    ...(hint !== undefined && { hint }),
    ...(ask.isOptional && { isOptional: true }),
    ...(value && { value }),
  };
  if (ask.kind !== "choice") return { ...base, kind: ask.kind, limit: ask.limit };
  const shown = ask.options.map(({ id }) => ({ id, label: options[id] ?? id }));
  const { value: given = "", ...unchosen } = base;
  const chosen = chosenIds(ask, given).filter((id) => shown.some((option) => option.id === id));
  return {
    ...unchosen,
    ...(chosen.length > 0 && { value: joinOptions(chosen) }),
    kind: ask.isSeveral ? "choices" : "choice",
    options: shown,
  };
}

/** The answers of a step, as they are stored, and their errors by the ask's id. */
interface StepAnswers {
  readonly answers: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** Reads a step's answers. All are kept, even those that need correction. */
export function readAnswers(
  { strings }: ReplyContext,
  asks: readonly Ask[],
  values: Draft["answers"],
): StepAnswers {
  const read = asks.map((ask) => ({ ask, ...readAnswer(strings.caseQuestions, ask, values[ask.id] ?? "") }));
  return {
    answers: Object.fromEntries(read.map(({ ask, value }) => [ask.id, maskAnswer(ask, value)])),
    errors: Object.fromEntries(read.flatMap(({ ask, error }) => (error ? [[ask.id, error]] : []))),
  };
}

/** Masks an answer. Digits that were asked for (a case id) stay; masking may lengthen the text. */
function maskAnswer(ask: Ask, value: string): string {
  if (ask.kind === "choice") return mask(value);
  return shorten(ask.must === "digits" ? maskSecrets(value) : mask(value), ask.limit);
}

/** Whether all questions of a case are answered, so that its draft can be sent. */
export function isComplete(
  context: ReplyContext,
  { awsCase }: CaseEntry,
  { edited, answers }: Draft,
): boolean {
  const { errors } = readAnswers(context, asksOf(context.knowledge, awsCase), answers);
  return edited !== undefined || Object.keys(errors).length === 0;
}

/** The domain at the end of the text, which may be a whole email address. */
const domain = /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;

function readAnswer(
  { missing, tooLong, noDomain, noDigits }: ReplyContext["strings"]["caseQuestions"],
  ask: Ask,
  given: string,
): { readonly value: string; readonly error?: string | undefined } {
  const value = given.trim();
  if (value === "") return { value, error: ask.isOptional ? undefined : missing };
  if (ask.kind === "choice") {
    const chosen = chosenIds(ask, value);
    const isKnown = (chosenId: string) => ask.options.some(({ id }) => id === chosenId);
    return {
      value: joinOptions(chosen),
      error: chosen.length > 0 && chosen.every(isKnown) ? undefined : missing,
    };
  }
  if (value.length > ask.limit)
    return { value: value.slice(0, ask.limit), error: fill(tooLong, { limit: String(ask.limit) }) };
  if (ask.must === "digits") return { value, error: /^\d+$/.test(value) ? undefined : noDigits };
  if (ask.must !== "domain") return { value };
  const [found] = domain.exec(value) ?? [];
  return found === undefined ? { value, error: noDomain } : { value: found.toLowerCase() };
}

/** The ids of the fields in which a draft's text is edited. */
export const textFields = { subject: "subject", description: "description" } as const;

/** The form that edits the text of a case. */
export function editForm({ locale, strings }: ReplyContext, { entry }: CaseEntry, text: CaseText): Form {
  const { editForm: labels, caseForm: names } = strings;
  return {
    locale,
    title: labels.title,
    note: fill(strings.formNotes.edit, { days: String(draftTtlDays) }),
    fields: [
      {
        kind: "line",
        id: textFields.subject,
        label: names.subject,
        hint: labels.hint,
        value: shorten(text.subject, maxSubjectCharacters),
        limit: maxSubjectCharacters,
      },
      {
        kind: "paragraph",
        id: textFields.description,
        label: names.description,
        value: shorten(text.description, maxDescriptionCharacters),
        limit: maxDescriptionCharacters,
      },
    ],
    submit: labels.submit,
    token: writeToken({ action: "edit", entry: entry.id, locale }),
  };
}

/** The id of the field for the case id. A case id is no secret. */
export const caseIdField = "case-id";
const maxCaseIdCharacters = 40;

/** The form that asks for the case id, which may be left empty. */
export function sentForm({ locale, strings }: ReplyContext, { entry }: CaseEntry): Form {
  const { title, label, hint, submit } = strings.sentForm;
  return {
    locale,
    title,
    fields: [{ kind: "line", id: caseIdField, label, hint, limit: maxCaseIdCharacters, isOptional: true }],
    submit,
    token: writeToken({ action: "case-sent", entry: entry.id, locale }),
  };
}
