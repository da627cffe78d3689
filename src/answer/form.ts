import type { Locale } from "./locale.ts";

/**
 * A form as plain data that any platform can show as a modal. Titles and submit labels have at most 24 characters
 * (Slack's limit for a view), and there are at most four fields: a modal of Discord has five parts, and the note is one.
 */
export interface Form {
  readonly locale: Locale;
  readonly title: string;
  /** What becomes of what is written here, above the fields: at most 200 characters (Slack's limit for an alert). */
  readonly note?: string;
  readonly fields: readonly FormField[];
  readonly submit: string;
  /** What the form is about; it comes back with the submission. */
  readonly token: string;
}

interface FieldBase {
  readonly id: string;
  readonly label: string;
  /** Shown under the field. */
  readonly hint?: string;
  readonly isOptional?: boolean;
  /** The initial value: a text, an option's id, or several as `joinOptions` writes them. */
  readonly value?: string;
}

interface FieldOption {
  readonly id: string;
  readonly label: string;
}

/**
 * One line, several lines, a choice of one option, or of several. `limit` is in characters. `choices` have at most ten
 * options: the limit of checkboxes on Slack and Discord.
 */
export type FormField =
  | (FieldBase & { readonly kind: "line"; readonly limit: number })
  | (FieldBase & { readonly kind: "paragraph"; readonly limit: number })
  | (FieldBase & { readonly kind: "choice"; readonly options: readonly FieldOption[] })
  | (FieldBase & { readonly kind: "choices"; readonly options: readonly FieldOption[] });

const separator = ",";

/** Several options as one value of a form; ids of options hold no comma. */
export function joinOptions(ids: readonly string[]): string {
  return ids.join(separator);
}

/** The ids of options in a value; one id is itself, and an empty value has none. */
export function splitOptions(value: string): readonly string[] {
  return value
    .split(separator)
    .map((id) => id.trim())
    .filter((id) => id !== "");
}
