import { type Form, type FormField, joinOptions, splitOptions } from "../../src/answer/form.ts";
import type { Style } from "./render.ts";

/** A form that is being filled in, one field per line. */
export interface FormProgress {
  readonly form: Form;
  /** By field id; fields start with the form's values. */
  readonly values: Readonly<Record<string, string>>;
  /** The fields still to be asked. */
  readonly remaining: readonly FormField[];
}

/** @param fieldIds the fields to ask; all by default */
export function startForm(
  form: Form,
  fieldIds: readonly string[] = form.fields.map(({ id }) => id),
): FormProgress {
  const values = Object.fromEntries(form.fields.map(({ id, value = "" }) => [id, value]));
  return { form, values, remaining: form.fields.filter(({ id }) => fieldIds.includes(id)) };
}

/** The next field with its numbered options and its current value. */
export function renderField({ remaining }: FormProgress, style: Style): string {
  const [field] = remaining;
  if (!field) return "";
  const { label, hint, value } = field;
  const options =
    "options" in field ? field.options.map((option, index) => `[${index + 1}] ${option.label}`) : [];
  const current = "options" in field ? labelsOf(field, value) : value;
  return [
    style.strong(label),
    ...(hint === undefined ? [] : [style.faint(hint)]),
    ...options,
    ...(current ? [style.faint(`= ${current}`)] : []),
  ].join("\n");
}

type ChoiceField = Extract<FormField, { readonly kind: "choice" | "choices" }>;

function labelsOf({ options }: ChoiceField, value = ""): string {
  const chosen = splitOptions(value);
  return options
    .filter(({ id }) => chosen.includes(id))
    .map(({ label }) => label)
    .join("; ");
}

/** Enters a line into the next field. An empty line keeps its value. */
export function enterLine({ form, values, remaining }: FormProgress, line: string): FormProgress {
  const [field, ...others] = remaining;
  if (!field) return { form, values, remaining };
  const entered = line.trim();
  const value = entered === "" ? (values[field.id] ?? "") : readValue(field, entered);
  return { form, values: { ...values, [field.id]: value }, remaining: others };
}

/**
 * A choice is entered by an option's number or label, several by their numbers with commas or spaces between. Anything
 * else is empty, which the form's validation reports.
 */
function readValue(field: FormField, entered: string): string {
  if (!("options" in field)) return entered;
  const one = findOption(field, entered);
  if (one !== undefined || field.kind === "choice") return one ?? "";
  const ids = entered.split(/[\s,;]+/).map((part) => findOption(field, part));
  return ids.every((id) => id !== undefined) ? joinOptions([...new Set(ids)]) : "";
}

function findOption({ options }: ChoiceField, entered: string): string | undefined {
  const byNumber = options[Number(entered) - 1];
  const byLabel = options.find(({ label }) => label.toLowerCase() === entered.toLowerCase());
  return (byNumber ?? byLabel)?.id;
}
