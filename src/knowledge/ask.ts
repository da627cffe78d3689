import type { Locale } from "../answer/locale.ts";

/**
 * A question of the case forms, which several cases can share. Its answer becomes an English sentence of the draft: the
 * option's, or `english` with the answer for {words}. `isTried`: the answer says what was tried.
 */
export type Ask = {
  /** Unique over all packs. */
  readonly id: string;
  /** The folder of its asks.yaml, for error messages. */
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
      /** Maximum characters. */
      readonly limit: number;
      /** What the answer must be. `domain`: of an e-mail address only the domain is kept. */
      readonly must?: "domain" | "digits" | undefined;
    }
);

/** `english` may have {today} and {yesterday}, which become dates. */
interface AskOption {
  readonly id: string;
  readonly english: string;
}

/** The labels of a question in one language. */
export interface AskText {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Labels of a choice's options, by id. */
  readonly options: Readonly<Record<string, string>>;
}

/** The labels of a question in a language, or in the first one that it has. */
export function labelsOf({ id, text }: Ask, locale: Locale): AskText {
  return (
    text[locale] ?? Object.values(text).find((labels) => labels !== undefined) ?? { label: id, options: {} }
  );
}
