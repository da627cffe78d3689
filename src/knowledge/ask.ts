import { splitOptions } from "../answer/form.ts";
import type { Locale } from "../answer/locale.ts";

/**
 * A question of the case forms, which several cases can share. Its answer becomes an English sentence of the draft: the
 * option's, or `english` with the answer for {words} and its language for {language}. `isTried`: the answer says what was
 * tried.
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
  | {
      readonly kind: "choice";
      readonly options: readonly AskOption[];
      /** Whether several options may be chosen; the answer is then their ids, as `joinOptions` writes them. */
      readonly isSeveral?: boolean;
      /** By an id that the question once had: the options that say the same today. */
      readonly formerly?: Readonly<Record<string, readonly string[]>>;
      /** Options that say no step that was tried although the question asks for one. */
      readonly facts?: readonly string[];
      /** The entry whose steps come first for who has not tried them; default: the entry of the case. */
      readonly steps?: string;
      /** By option: expressions in a person's question that answer this one. */
      readonly heard?: Readonly<Record<string, readonly string[]>>;
    }
  | {
      readonly kind: "line" | "paragraph";
      readonly english: string;
      /** Maximum characters. */
      readonly limit: number;
      /** What the answer must be. `domain`: of an e-mail address only the domain is kept. */
      readonly must?: "domain" | "digits" | undefined;
      /** Answers that say nothing to AWS. */
      readonly except?: readonly string[];
    }
);

/**
 * `english` may have {today}, {yesterday}, {this-month} and {last-month}, which become dates. It is empty if the option
 * says nothing to AWS; where the question asks what was tried, that means "not yet".
 */
interface AskOption {
  readonly id: string;
  readonly english: string;
}

/** The labels of a question in one language. */
export interface AskText {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What was not tried yet, to who says so. */
  readonly untried?: string | undefined;
  /** Labels of a choice's options, by id. */
  readonly options: Readonly<Record<string, string>>;
}

type Choice = Extract<Ask, { readonly kind: "choice" }>;

/** The ids of the options in an answer, in the order of the question; an id that is not known stays where it is. */
export function chosenIds(
  { options, isSeveral = false, formerly = {} }: Choice,
  value: string,
): readonly string[] {
  const given = isSeveral ? splitOptions(value) : [value].filter((id) => id !== "");
  const now = new Set(given.flatMap((id) => (Object.hasOwn(formerly, id) ? (formerly[id] ?? []) : [id])));
  const known = options.map(({ id }) => id).filter((id) => now.has(id));
  return [...known, ...[...now].filter((id) => !known.includes(id))];
}

/** Whether an answer says that nothing was tried yet. */
export function isNotYet(ask: Ask, value: string): boolean {
  if (ask.kind !== "choice" || !ask.isTried) return false;
  const chosen = chosenIds(ask, value);
  const isUntried = (chosenId: string) =>
    !ask.facts?.includes(chosenId) &&
    ask.options.some(({ id, english }) => id === chosenId && english === "");
  return chosen.length > 0 && chosen.every(isUntried);
}

/** The labels of a question in a language, or in the first one that it has. */
export function labelsOf({ id, text }: Ask, locale: Locale): AskText {
  return (
    text[locale] ?? Object.values(text).find((labels) => labels !== undefined) ?? { label: id, options: {} }
  );
}
