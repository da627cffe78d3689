import type { Locale } from "./locale.ts";

/**
 * A form as plain data that any platform can show as a modal. Titles and submit labels have at most 24 characters
 * (Slack's limit for a view), and there are at most five fields (Discord's limit for a modal).
 */
export interface Form {
  readonly locale: Locale;
  readonly title: string;
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
  /** The initial value; for a choice an option's id. */
  readonly value?: string;
}

/** One line, several lines, or a choice between options. `limit` is in characters. */
export type FormField =
  | (FieldBase & { readonly kind: "line"; readonly limit: number })
  | (FieldBase & { readonly kind: "paragraph"; readonly limit: number })
  | (FieldBase & {
      readonly kind: "choice";
      readonly options: readonly { readonly id: string; readonly label: string }[];
    });
