import { type Answer, type Block, type Button, paragraph } from "../../answer/answer.ts";
import { findLocale, type Locale, lastLocale } from "../../answer/locale.ts";
import { fill, fillText, plain, type Text } from "../../answer/text.ts";
import { writeToken } from "../../answer/token.ts";
import { caseType, doorUrl, formWithoutSignIn, severity, usualContact } from "../../cases/door.ts";
import type { AwsCase, Entry, Escalation } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import type { Wording } from "../../knowledge/wording.ts";
import { button, type Context, createContext, homeButton, otherLanguages, personButton } from "./context.ts";

/** What else to check when the steps did not help, and then the door to whoever can. */
export function showStillStuck(context: Context, entry: Entry): Answer {
  const { locale, words } = context;
  return {
    locale,
    title: words.stuckTitle,
    blocks: [...textOf(entry, locale).stillStuck, paragraph(plain(doorSentence(words, escalationOf(entry))))],
    buttons: [
      ...(escalationOf(entry) ? escalationButtons(context, entry) : [personButton(context)]),
      button(context, words.buttons.solved, "solved", entry),
      button(context, words.buttons.notMeant, "other", entry),
      homeButton(context),
    ],
  };
}

export function escalationOf(entry: Entry): Escalation | undefined {
  return entry.kind === "choice" ? undefined : entry.escalate;
}

/** The button that opens an entry's door; none where nobody is named who can help. */
export function escalationButtons(context: Context, entry: Entry): readonly Button[] {
  const { createCase, writeMessage, openPage } = context.words.buttons;
  const escalation = escalationOf(entry);
  switch (escalation?.to) {
    case "aws-case":
      return [button(context, createCase, "case", entry)];
    case "administrator":
      return [button(context, writeMessage, "message", entry)];
    case "link":
      return [{ kind: "link", label: openPage, url: escalation.url }];
    case undefined:
      return [];
  }
}

/** All that can be pressed at an entry's door, from opening it to having gone through. */
export function doorButtons(context: Context, entry: Entry): readonly Button[] {
  const { sent, administrator } = context.words.buttons;
  const to = escalationOf(entry)?.to;
  if (to !== "aws-case" && to !== "administrator") return [];
  return [
    ...escalationButtons(context, entry),
    button(context, sent, "sent", entry),
    ...(to === "administrator" ? [button(context, administrator, "administrator", entry)] : []),
  ];
}

function doorSentence(words: Wording, escalation: Escalation | undefined): string {
  switch (escalation?.to) {
    case "aws-case":
      return words.caseHelps;
    case "administrator":
      return words.administratorHelps;
    case "link":
      return words.linkHelps;
    case undefined:
      return words.nobodyKnown;
  }
}

/** The guided steps of a support case: where to go, what to choose, what to paste, what happens then. */
export function showCase(context: Context, entry: Entry, awsCase: AwsCase): Answer {
  const { locale, words } = context;
  return {
    locale,
    title: words.caseTitle,
    blocks: [
      paragraph(plain(words.caseInEnglish)),
      { kind: "steps", steps: caseSteps(words, awsCase) },
      { kind: "note", tone: "notice", text: [plain(words.casePrivacy)] },
      ...(awsCase.door === "console"
        ? [paragraph(...fillText(words.caseWithoutSignIn, { url: formWithoutSignIn }))]
        : []),
    ],
    buttons: [
      { kind: "link", label: words.buttons.openForm, url: doorUrl(awsCase) },
      button(context, words.buttons.sent, "sent", entry),
      button(context, words.buttons.backToSteps, "show", entry),
      homeButton(context),
    ],
  };
}

function caseSteps(words: Wording, awsCase: AwsCase): readonly (readonly Block[])[] {
  const { open, send } = words.caseSteps[awsCase.door];
  const values = { url: doorUrl(awsCase), contact: awsCase.contact ?? usualContact };
  const toStep = (text: Text): readonly Block[] => [paragraph(...fillText(text, values))];
  const before = open.map(toStep);
  const after = send.map(toStep);
  const fillIn = [...(before.at(-1) ?? []), ...toFillIn(words, awsCase)];
  return [...before.slice(0, -1), fillIn, ...after];
}

function toFillIn({ caseForm }: Wording, awsCase: AwsCase): readonly Block[] {
  const { door, service, category, subject, problem, request } = awsCase;
  const chosen = [
    ...(door === "console" ? [{ label: caseForm.type, value: caseType }] : []),
    ...(service ? [{ label: caseForm.service, value: service }] : []),
    ...(category ? [{ label: caseForm.category, value: category }] : []),
    ...(door === "console" ? [{ label: caseForm.severity, value: severity }] : []),
  ];
  return [
    ...(chosen.length > 0 ? [{ kind: "fields", fields: chosen } as const] : []),
    paragraph(plain(`${caseForm.subject}:`)),
    { kind: "code", text: subject },
    paragraph(plain(`${caseForm.description}:`)),
    { kind: "code", text: `${problem}\n\n${request}` },
  ];
}

/** The message to the administrator, in the reader's language or in another one. */
export function showMessage(context: Context, entry: Entry, language: Locale): Answer {
  const { locale, words } = context;
  const { message } = textOf(entry, language);
  const others = language === locale ? otherLanguages(context, entry) : [];
  return {
    locale,
    title: words.messageTitle,
    blocks: [paragraph(plain(words.messageHelp)), { kind: "code", text: message }],
    buttons: [
      ...others.map((other) => otherMessageButton(context, entry, other)),
      button(context, words.buttons.sent, "sent", entry),
      button(context, words.buttons.administrator, "administrator", entry),
      button(context, words.buttons.notMeant, "other", entry),
    ],
  };
}

function otherMessageButton({ locale, words }: Context, entry: Entry, into: Locale): Button {
  const language = words.languageNames[into] ?? usualName(into, locale);
  return {
    kind: "press",
    label: fill(words.buttons.otherLanguageMessage, { language }),
    token: writeToken({ action: "message-other", entry: entry.id, locale, into }),
  };
}

/** What a language is called in another one. */
function usualName(language: Locale, locale: Locale): string {
  return new Intl.DisplayNames([locale, lastLocale], { type: "language" }).of(language) ?? language;
}

/** The language of the message that a button leads to, as far as it is still there. */
export function otherMessage(context: Context, entry: Entry, into: Locale | undefined): Locale {
  const others = otherLanguages(context, entry);
  return findLocale(others, into) ?? others[0] ?? context.locale;
}

/** The same steps from the other side: what the administrator does. */
export function showAdministratorSteps(context: Context, entry: Entry): Answer {
  const { locale, words } = context;
  const { title, administrator } = textOf(entry, locale);
  return {
    locale,
    title: `${words.administratorTitle}: ${title}`,
    blocks: administrator,
    buttons: [
      button(context, words.buttons.solved, "solved", entry),
      ...otherLanguageSteps(context, entry),
      personButton(context),
      homeButton(context),
    ],
  };
}

function otherLanguageSteps(context: Context, entry: Entry): readonly Button[] {
  return otherLanguages(context, entry)
    .map((other) => createContext(context.knowledge, other))
    .map((other) => button(other, other.words.name, "administrator", entry));
}
