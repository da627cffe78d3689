import type { Form, FormField } from "../../src/answer/form.ts";
import type { Style } from "./render.ts";

/** A form that is filled in line by line: the fields still to be asked come last. */
export interface Filling {
  readonly form: Form;
  readonly values: Readonly<Record<string, string>>;
  readonly left: readonly FormField[];
}

/** @param only the fields to ask, where others are answered already */
export function beginForm(form: Form, only: readonly string[] = form.fields.map(({ id }) => id)): Filling {
  const values = Object.fromEntries(form.fields.map(({ id, value = "" }) => [id, value]));
  return { form, values, left: form.fields.filter(({ id }) => only.includes(id)) };
}

/** The next field with its options, numbered, and what stands in it. */
export function renderField({ left }: Filling, style: Style): string {
  const [field] = left;
  if (!field) return "";
  const { label, hint, value } = field;
  const options =
    field.kind === "choice" ? field.options.map((option, index) => `[${index + 1}] ${option.label}`) : [];
  const shown = field.kind === "choice" ? field.options.find(({ id }) => id === value)?.label : value;
  return [
    style.strong(label),
    ...(hint === undefined ? [] : [style.faint(hint)]),
    ...options,
    ...(shown ? [style.faint(`= ${shown}`)] : []),
  ].join("\n");
}

/** The form with a line typed into its next field; an empty line leaves the field as it is. */
export function typeInto({ form, values, left }: Filling, line: string): Filling {
  const [field, ...others] = left;
  if (!field) return { form, values, left };
  const typed = line.trim();
  const value = typed === "" ? (values[field.id] ?? "") : readValue(field, typed);
  return { form, values: { ...values, [field.id]: value }, left: others };
}

/** Of a choice, the option whose number or words were typed; anything else is for the form's check. */
function readValue(field: FormField, typed: string): string {
  if (field.kind !== "choice") return typed;
  const byWords = field.options.find(({ label }) => label.toLowerCase() === typed.toLowerCase());
  return (field.options[Number(typed) - 1] ?? byWords)?.id ?? "";
}
