import type { Locale } from "../answer/locale.ts";

/**
 * A question that the forms of cases share. Its answer becomes a sentence of the draft, in English: an option's own,
 * or `english` with what was written in the place of {words}. `isTried`: it says what was tried, not what is so.
 */
export type Ask = {
  /** Unique over all packs. */
  readonly id: string;
  /** The folder of its asks.yaml, for messages. */
  readonly folder: string;
  readonly isTried: boolean;
  readonly isOptional: boolean;
  /** By language, in the order of the knowledge. */
  readonly text: Readonly<Partial<Record<Locale, AskText>>>;
} & (
  | { readonly kind: "choice"; readonly options: readonly AskOption[] }
  | {
      readonly kind: "line" | "paragraph";
      readonly english: string;
      /** Characters that it takes. */
      readonly limit: number;
      /** What the words must be: `domain` is that of an e-mail address, of which no more than the domain is kept. */
      readonly must?: "domain" | "digits" | undefined;
    }
);

/** `english` may hold {today} and {yesterday}, which become dates. */
interface AskOption {
  readonly id: string;
  readonly english: string;
}

/** What a form says about a question in one language. */
export interface AskText {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Labels of a choice's options, by id. */
  readonly options: Readonly<Record<string, string>>;
}

/** What a question is called in a language, or in the first it has. */
export function labelsOf({ id, text }: Ask, locale: Locale): AskText {
  return (
    text[locale] ?? Object.values(text).find((labels) => labels !== undefined) ?? { label: id, options: {} }
  );
}
