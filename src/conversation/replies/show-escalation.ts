import { type Answer, type Button, paragraph } from "../../answer/answer.ts";
import { findLocale, type Locale, lastLocale } from "../../answer/locale.ts";
import { fill, plain } from "../../answer/text.ts";
import { writeToken } from "../../answer/token.ts";
import { caseOf, type Entry, type Escalation } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import type { LanguageStrings } from "../../knowledge/language-strings.ts";
import type { CaseEntry } from "./case-form.ts";
import {
  button,
  createReplyContext,
  homeButton,
  otherLanguages,
  personButton,
  type ReplyContext,
  teamButtons,
} from "./context.ts";

/** What else to check if the steps did not help, and the button of the entry's escalation. */
export function showStillStuck(context: ReplyContext, entry: Entry): Answer {
  const { locale, strings } = context;
  return {
    locale,
    title: strings.stuckTitle,
    blocks: [
      ...textOf(entry, locale).stillStuck,
      paragraph(plain(escalationSentence(strings, escalationOf(entry)))),
    ],
    buttons: [
      ...(escalationOf(entry) ? escalationButtons(context, entry) : [personButton(context)]),
      ...teamButtons(context, entry),
      button(context, strings.buttons.solved, "solved", entry),
      button(context, strings.buttons.notMeant, "other", entry),
      homeButton(context),
    ],
  };
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
  const { createCase, writeMessage, openPage } = context.strings.buttons;
  const escalation = escalationOf(entry);
  switch (escalation?.to) {
    case "aws-case":
      return [button(context, createCase, "fill", entry)];
    case "administrator":
      return [button(context, writeMessage, "message", entry)];
    case "link":
      return [{ kind: "link", label: openPage, url: escalation.url }];
    case undefined:
      return [];
  }
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
      ...others.map((other) => otherMessageButton(context, entry, other)),
      button(context, strings.buttons.sent, "sent", entry),
      button(context, strings.buttons.administrator, "administrator", entry),
      ...teamButtons(context, entry),
      button(context, strings.buttons.notMeant, "other", entry),
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
function languageName(language: Locale, locale: Locale): string {
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
  const { title, administrator } = textOf(entry, locale);
  return {
    locale,
    title: `${strings.administratorTitle}: ${title}`,
    blocks: administrator,
    buttons: [
      button(context, strings.buttons.solved, "solved", entry),
      ...otherLanguageSteps(context, entry),
      personButton(context),
      homeButton(context),
    ],
  };
}

function otherLanguageSteps(context: ReplyContext, entry: Entry): readonly Button[] {
  return otherLanguages(context, entry)
    .map((other) => createReplyContext(context.knowledge, other, context.hasTeam))
    .map((other) => button(other, other.strings.name, "administrator", entry));
}
