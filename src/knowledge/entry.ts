import type { Block } from "../answer/answer.ts";
import type { Locale } from "../answer/locale.ts";

/** A page that an entry's facts come from. */
interface Source {
  readonly name: string;
  readonly url: string;
}

/**
 * AWS Support can help, through one of its doors. `console`: Support Center, for who can sign in (also to an
 * account that is not active yet). `no-sign-in`: the public form. `mfa-form`: the form for a root user's lost
 * MFA device. Subject, problem and request are English, because AWS Support answers in few languages: what is
 * wrong, and what AWS is asked to do.
 */
export interface AwsCase {
  readonly to: "aws-case";
  readonly door: "console" | "no-sign-in" | "mfa-form";
  readonly service?: string | undefined;
  readonly category?: string | undefined;
  readonly serviceCode?: string | undefined;
  readonly categoryCode?: string | undefined;
  readonly contact?: string | undefined;
  readonly subject: string;
  readonly problem: string;
  readonly request: string;
  /** Ids of what the form asks, in its order: what matters most comes first. */
  readonly asks: readonly string[];
}

/** What a case says in English, in the language of who sends it; nobody at AWS reads this. */
interface CaseGloss {
  readonly subject: string;
  readonly problem: string;
  readonly request: string;
}

/** Who can help when the steps did not. `administrator`: only the person's own; `link`: a page or form. */
export type Escalation =
  | AwsCase
  | { readonly to: "administrator" }
  | { readonly to: "link"; readonly url: string };

/** What an entry says in one language. */
export interface EntryText {
  readonly title: string;
  /** The label on buttons. */
  readonly short: string;
  /** How people ask, as they type it. */
  readonly phrases: readonly string[];
  readonly body: readonly Block[];
  readonly stillStuck: readonly Block[];
  /** What the person sends to their administrator, as they would send it; empty where there is none. */
  readonly message: string;
  readonly administrator: readonly Block[];
  /** Labels of a choice's options, by entry id. */
  readonly options: Readonly<Record<string, string>>;
  /** There in every language but English, where the entry leads to a case. */
  readonly case?: CaseGloss | undefined;
}

interface EntryBase {
  /** The folder's name, unique over all packs. */
  readonly id: string;
  /** The entry's folder, for messages. */
  readonly folder: string;
  readonly source: readonly Source[];
  /** ISO date when the entry was last held against its sources. */
  readonly verified?: string | undefined;
  readonly related: readonly string[];
  /** The entry that this one narrows; measurements count it as that one. */
  readonly refines?: string | undefined;
  /** Ids it had before: buttons with those go on working. */
  readonly formerly: readonly string[];
  /** By language, in the order of the knowledge. */
  readonly text: Readonly<Partial<Record<Locale, EntryText>>>;
}

export type AnswerEntry = EntryBase & { readonly kind: "answer"; readonly escalate?: Escalation | undefined };
export type ElsewhereEntry = EntryBase & {
  readonly kind: "elsewhere";
  readonly escalate?: Escalation | undefined;
};
export type ChoiceEntry = EntryBase & { readonly kind: "choice"; readonly options: readonly string[] };
export type Entry = AnswerEntry | ElsewhereEntry | ChoiceEntry;

/** The case that an entry leads to when its steps did not help. */
export function caseOf(entry: Entry): AwsCase | undefined {
  return entry.kind !== "choice" && entry.escalate?.to === "aws-case" ? entry.escalate : undefined;
}
