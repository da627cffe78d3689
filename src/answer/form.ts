import type { Locale } from "./locale.ts";

/**
 * What is asked for in one go, as plain data that any platform can show as a modal. Titles and submit labels are at
 * most 24 characters (Slack's limit for a view), fields at most five (what Discord's modals hold).
 */
export interface Form {
  readonly locale: Locale;
  readonly title: string;
  readonly fields: readonly FormField[];
  readonly submit: string;
  /** What the form is about; it comes back with what was filled in. */
  readonly token: string;
}

interface FieldBase {
  readonly id: string;
  readonly label: string;
  /** Shown under the field. */
  readonly hint?: string;
  readonly isOptional?: boolean;
  /** What stands in the field when it opens; for a choice an option's id. */
  readonly value?: string;
}

/** One line, several lines of at most `limit` characters, or one of some options. */
export type FormField =
  | (FieldBase & { readonly kind: "line"; readonly limit: number })
  | (FieldBase & { readonly kind: "paragraph"; readonly limit: number })
  | (FieldBase & {
      readonly kind: "choice";
      readonly options: readonly { readonly id: string; readonly label: string }[];
    });
