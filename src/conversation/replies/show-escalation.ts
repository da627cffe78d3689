import { type Answer, type Button, paragraph } from "../../answer/answer.ts";
import { findLocale, type Locale, lastLocale } from "../../answer/locale.ts";
import { fill, plain } from "../../answer/text.ts";
import { writeToken } from "../../answer/token.ts";
import { entriesInstead, entryInsteadOf } from "../../cases/choose-variant.ts";
import { labelsOf } from "../../knowledge/ask.ts";
import { caseOf, type Entry, type Escalation, hasAdministratorMessage } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import type { LanguageStrings } from "../../knowledge/language-strings.ts";
import type { CaseEntry } from "./case-form.ts";
import {
  button,
  homeButton,
  inMenu,
  languageButtons,
  otherLanguages,
  personButton,
  primary,
  type ReplyContext,
  teamButtons,
} from "./context.ts";

/**
 * What else to check if the steps did not help, and a button for each of who can help, as far as it is not known who
 * that is.
 * @param told options by ask id
 */
export function showStillStuck(
  context: ReplyContext,
  entry: Entry,
  told: Readonly<Record<string, string>> = {},
): Answer {
  const { locale, strings } = context;
  const { sentence, buttons } = waysToHelp(context, entry, told);
  return {
    locale,
    title: strings.stuckTitle,
    blocks: [...textOf(entry, locale).stillStuck, paragraph(plain(sentence))],
    buttons: [
      ...buttons,
      ...teamButtons(context, entry),
      button(context, strings.buttons.solved, "solved", entry),
      ...inMenu(context, "more", [
        button(context, strings.buttons.notMeant, "other", entry),
        homeButton(context),
      ]),
    ],
  };
}

/** A button for each of who can help with an entry. */
export function helpButtons(
  context: ReplyContext,
  entry: Entry,
  told: Readonly<Record<string, string>>,
): readonly Button[] {
  return escalationOf(entry) ? waysToHelp(context, entry, told).buttons : [];
}

/** Who can help with an entry: what is said of it, and the buttons. */
interface WaysToHelp {
  readonly sentence: string;
  readonly buttons: readonly Button[];
}

function waysToHelp(context: ReplyContext, entry: Entry, told: Readonly<Record<string, string>>): WaysToHelp {
  const { strings } = context;
  const caseEntry = caseEntryOf(entry);
  const instead = caseEntry && entryInstead(context, caseEntry, told);
  if (instead && hasAdministratorMessage(instead))
    return { sentence: strings.administratorHelps, buttons: [messageButton(context, instead)] };
  const others = caseEntry ? administratorButtons(context, caseEntry, told) : [];
  if (others.length > 0)
    return {
      sentence: strings.caseOrAdministrator,
      buttons: [...escalationButtons(context, entry), ...others],
    };
  return {
    sentence: escalationSentence(strings, escalationOf(entry)),
    buttons: escalationOf(entry) ? escalationButtons(context, entry) : [personButton(context)],
  };
}

/**
 * The buttons of the messages for kinds of users whom only an administrator can help, each named if there are several;
 * none once the kind is told. The kind is what a person may tell before the form asks, so its question can be heard.
 */
function administratorButtons(
  context: ReplyContext,
  { awsCase }: CaseEntry,
  told: Readonly<Record<string, string>>,
): readonly Button[] {
  const { knowledge, locale, strings } = context;
  const messages = entriesInstead(awsCase).flatMap(({ when, entry: id }) => {
    const entry = knowledge.find(id);
    const [[askId = "", options = "given"] = [], ...more] = Object.entries(when);
    const ask = knowledge.asks.get(askId);
    if (!entry || ask?.kind !== "choice" || !ask.heard || more.length > 0) return [];
    if (options === "given" || told[askId] !== undefined || !hasAdministratorMessage(entry)) return [];
    return [{ entry, who: labelsOf(ask, locale).options[options[0] ?? ""] ?? "" }];
  });
  const entries = new Map(messages.toReversed().map((message) => [message.entry.id, message]));
  const [only, another] = [...entries.values()].toReversed();
  if (only && !another) return [messageButton(context, only.entry)];
  const label = lowerFirst(strings.buttons.writeMessage);
  return [...entries.values()]
    .toReversed()
    .map(({ entry, who }) => button(context, `${who}: ${label}`, "message", entry));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The entry that helps who answered so, instead of the case. */
export function entryInstead(
  { knowledge }: ReplyContext,
  { awsCase }: CaseEntry,
  answers: Readonly<Record<string, string>>,
): Entry | undefined {
  const id = entryInsteadOf(awsCase, answers);
  return id === undefined ? undefined : knowledge.find(id);
}

export function escalationOf(entry: Entry): Escalation | undefined {
  return entry.kind === "choice" ? undefined : entry.escalate;
}

/** The entry with its case, if it escalates to AWS Support. */
export function caseEntryOf(entry: Entry): CaseEntry | undefined {
  const awsCase = caseOf(entry);
  return awsCase && { entry, awsCase };
}

/** The button that starts an entry's escalation; empty if it has none. */
export function escalationButtons(context: ReplyContext, entry: Entry): readonly Button[] {
  const { createCase, openPage } = context.strings.buttons;
  const escalation = escalationOf(entry);
  switch (escalation?.to) {
    case "aws-case":
      return [primary(button(context, createCase, "fill", entry))];
    case "administrator":
      return [messageButton(context, entry)];
    case "link":
      return [{ kind: "link", label: openPage, url: escalation.url }];
    case undefined:
      return [];
  }
}

function messageButton(context: ReplyContext, entry: Entry): Button {
  return primary(button(context, context.strings.buttons.writeMessage, "message", entry));
}

/** All buttons of an entry's escalation, from its start to "sent". */
export function allEscalationButtons(context: ReplyContext, entry: Entry): readonly Button[] {
  const { sent, administrator } = context.strings.buttons;
  const to = escalationOf(entry)?.to;
  if (to !== "aws-case" && to !== "administrator") return teamButtons(context, entry);
  return [
    ...escalationButtons(context, entry),
    button(context, sent, to === "aws-case" ? "case-sent" : "sent", entry),
    ...(to === "administrator" ? [button(context, administrator, "administrator", entry)] : []),
    ...teamButtons(context, entry),
  ];
}

function escalationSentence(strings: LanguageStrings, escalation: Escalation | undefined): string {
  switch (escalation?.to) {
    case "aws-case":
      return strings.caseHelps;
    case "administrator":
      return strings.administratorHelps;
    case "link":
      return strings.linkHelps;
    case undefined:
      return strings.nobodyKnown;
  }
}

/** The message to the administrator, in the reader's language or another one. */
export function showMessage(context: ReplyContext, entry: Entry, language: Locale): Answer {
  const { locale, strings } = context;
  const { message } = textOf(entry, language);
  const others = language === locale ? otherLanguages(context, entry) : [];
  return {
    locale,
    title: strings.messageTitle,
    blocks: [paragraph(plain(strings.messageHelp)), { kind: "code", text: message }],
    buttons: [
      primary(button(context, strings.buttons.sent, "sent", entry)),
      ...others.map((other) => otherMessageButton(context, entry, other)),
      button(context, strings.buttons.administrator, "administrator", entry),
      ...inMenu(context, "more", [
        ...teamButtons(context, entry),
        button(context, strings.buttons.notMeant, "other", entry),
      ]),
    ],
  };
}

function otherMessageButton({ locale, strings }: ReplyContext, entry: Entry, into: Locale): Button {
  const language = strings.languageNames[into] ?? languageName(into, locale);
  return {
    kind: "press",
    label: fill(strings.buttons.otherLanguageMessage, { language }),
    token: writeToken({ action: "message-other", entry: entry.id, locale, into }),
  };
}

/** The name of a language in another one. */
export function languageName(language: Locale, locale: Locale): string {
  return new Intl.DisplayNames([locale, lastLocale], { type: "language" }).of(language) ?? language;
}

/** The language of the message that a button leads to, or another one if it was removed. */
export function otherMessageLocale(context: ReplyContext, entry: Entry, into: Locale | undefined): Locale {
  const others = otherLanguages(context, entry);
  return findLocale(others, into) ?? others[0] ?? context.locale;
}

/** The steps for the administrator. */
export function showAdministratorSteps(context: ReplyContext, entry: Entry): Answer {
  const { locale, strings } = context;
  const { short, administrator } = textOf(entry, locale);
  return {
    locale,
    title: `${strings.administratorTitle}: ${short}`,
    blocks: administrator,
    buttons: [
      primary(button(context, strings.buttons.solved, "solved", entry)),
      ...inMenu(context, "more", [
        personButton(context),
        homeButton(context),
        ...languageButtons(context, entry, "admin"),
      ]),
    ],
  };
}
