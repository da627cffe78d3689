import type { Block } from "../answer/answer.ts";
import type { Locale } from "../answer/locale.ts";

/** A page that an entry's facts come from. */
interface Source {
  readonly name: string;
  readonly url: string;
}

/**
 * Escalation to AWS Support. `door` is the form: `console` is Support Center, for people who can sign in (also to an account
 * that is not active yet); `no-sign-in` is the public form; `mfa-form` is for a root user's lost MFA device. Subject,
 * problem and request are in English, because AWS Support answers in few languages.
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
  /** Ids of the questions, most important first. */
  readonly asks: readonly string[];
  /** What differs for who answers so; the first that fits counts. */
  readonly variants: readonly CaseVariant[];
  /** Whether the entry's steps try to solve something; otherwise the draft does not name AWS's page as tried. */
  readonly tried: boolean;
}

/**
 * A door or subject of a case that depends on the answers; or an entry that helps instead of the case, with its message
 * to the administrator if it has one. The entry itself: it has such a message beside its case.
 */
export interface CaseVariant {
  /** By the ask's id: the options that count, or `given` for any answer. All have to fit. */
  readonly when: Readonly<Record<string, "given" | readonly string[]>>;
  readonly door?: AwsCase["door"] | undefined;
  /** May have {ask-id} of answers that are `given`. */
  readonly subject?: string | undefined;
  readonly entry?: string | undefined;
}

/** The case's text in the language of the person who sends it, for their information only. */
interface CaseGloss {
  readonly subject: string;
  readonly problem: string;
  readonly request: string;
}

/** Who can help if the steps did not: AWS Support, the person's own administrator, or a page. */
export type Escalation =
  | AwsCase
  | { readonly to: "administrator" }
  | { readonly to: "link"; readonly url: string };

/** A likely question about an entry itself ("How long does it take?"), and its short answer. */
export interface EntryQuestion {
  readonly question: string;
  readonly answer: readonly Block[];
}

export type FollowUpPhrases = Readonly<Record<string, readonly string[]>>;

/** An entry's text in one language. */
export interface EntryText {
  readonly title: string;
  /** The label on buttons. */
  readonly short: string;
  /** Questions as people type them. */
  readonly phrases: readonly string[];
  readonly body: readonly Block[];
  readonly stillStuck: readonly Block[];
  /** The message that the person sends to their administrator; empty if there is none. */
  readonly message: string;
  readonly administrator: readonly Block[];
  /** In the order of the file, which is the same in each language. */
  readonly questions: readonly EntryQuestion[];
  /**
   * How people ask about each part, by the part's name (knowledge/entry-parts.ts); under `nothing` what no part answers,
   * under `else` what is another topic.
   */
  readonly followUps?: FollowUpPhrases | undefined;
  /** Labels of a choice's options, by entry id. */
  readonly options: Readonly<Record<string, string>>;
  /** Present in every language except English if the entry escalates to a case. */
  readonly case?: CaseGloss | undefined;
}

interface EntryBase {
  /** The folder's name, unique over all packs. */
  readonly id: string;
  /** The entry's folder, for error messages. */
  readonly folder: string;
  readonly source: readonly Source[];
  /** ISO date when the entry was last checked against its sources. */
  readonly verified?: string | undefined;
  readonly related: readonly string[];
  /** The more general entry; the evaluation counts this one as that one. */
  readonly refines?: string | undefined;
  /** Whether the steps are in the console, so that of several troubles being able to sign in comes first. */
  readonly needsSignIn?: boolean | undefined;
  /** Earlier ids, so that old buttons go on working. */
  readonly formerly: readonly string[];
  /** By language, in the order of the knowledge. */
  readonly text: Readonly<Partial<Record<Locale, EntryText>>>;
}

export type AnswerEntry = EntryBase & {
  readonly kind: "answer";
  readonly escalate?: Escalation | undefined;
  /** What is known of a person whom these steps are for: options by ask id, such as the kind of user. */
  readonly tells?: Readonly<Record<string, string>> | undefined;
};
export type ElsewhereEntry = EntryBase & {
  readonly kind: "elsewhere";
  /** Whether the bot may say it in a help channel where nobody asked it. */
  readonly unasked: boolean;
  readonly escalate?: Escalation | undefined;
};
export type ChoiceEntry = EntryBase & { readonly kind: "choice"; readonly options: readonly string[] };
export type Entry = AnswerEntry | ElsewhereEntry | ChoiceEntry;

/** What an entry tells of who comes to it. */
export function toldBy(entry: Entry): Readonly<Record<string, string>> {
  return (entry.kind === "answer" && entry.tells) || {};
}

/** Whether an entry has a message to the administrator: for everybody, or for who answers so. */
export function hasAdministratorMessage(entry: Entry): boolean {
  if (entry.kind === "choice") return false;
  const namesItself = caseOf(entry)?.variants.some((variant) => variant.entry === entry.id) ?? false;
  return entry.escalate?.to === "administrator" || namesItself;
}

/** The case that an entry escalates to, if any. */
export function caseOf(entry: Entry): AwsCase | undefined {
  return entry.kind !== "choice" && entry.escalate?.to === "aws-case" ? entry.escalate : undefined;
}
