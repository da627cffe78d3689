import { type Answer, type Block, paragraph } from "../../answer/answer.ts";
import { fill, fillText, placeSpan, plain, type Text } from "../../answer/text.ts";
import { writeToken } from "../../answer/token.ts";
import { answerSentences } from "../../cases/answer-sentences.ts";
import { caseFor } from "../../cases/choose-variant.ts";
import { asksForAccount, composeDraft, triedEntries } from "../../cases/compose-draft.ts";
import { type CaseText, type Draft, draftTtlMs } from "../../cases/draft.ts";
import {
  caseType,
  contactLanguage,
  defaultContact,
  publicFormUrl,
  severity,
  supportFormUrl,
} from "../../cases/support-form.ts";
import { type Ask, labelsOf } from "../../knowledge/ask.ts";
import type { AwsCase } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import type { LanguageStrings } from "../../knowledge/language-strings.ts";
import { type CaseEntry, formSteps } from "./case-form.ts";
import { button, homeButton, inMenu, primary, type ReplyContext, teamButtons } from "./context.ts";
import { timeSpan } from "./dates.ts";
import { say } from "./short-answers.ts";
import { myDataButton } from "./show-kept.ts";

/** The start of a case: what will be asked, and that the bot sends nothing by itself. */
export function showCaseStart(context: ReplyContext, caseEntry: CaseEntry): Answer {
  const { locale, strings } = context;
  const { entry } = caseEntry;
  const count = formSteps(context, caseEntry).flat().length;
  return {
    locale,
    title: strings.caseTitle,
    blocks: [
      paragraph(plain(fill(strings.caseStart, { count: String(count) }))),
      { kind: "note", tone: "notice", text: [plain(strings.casePrivacy)] },
    ],
    buttons: [
      primary(button(context, strings.buttons.createCase, "fill", entry)),
      ...teamButtons(context, entry),
      ...inMenu(context, "more", [
        button(context, strings.buttons.backToSteps, "show", entry),
        homeButton(context),
      ]),
    ],
  };
}

/** What the person has not tried yet, and the way back to it, before the draft is shown. */
export function showUntried(context: ReplyContext, { entry }: CaseEntry, asks: readonly Ask[]): Answer {
  const { locale, strings, knowledge } = context;
  const { title, help } = strings.untried;
  const steps = asks.map((ask) => knowledge.find((ask.kind === "choice" && ask.steps) || entry.id) ?? entry);
  const targets = [...new Set(steps)];
  return {
    locale,
    title,
    blocks: [
      paragraph(plain(help)),
      { kind: "list", items: asks.map((ask) => [plain(labelsOf(ask, locale).untried ?? "")]) },
    ],
    buttons: [
      ...targets.map((target, index) => {
        const label = targets.length === 1 ? strings.buttons.backToSteps : textOf(target, locale).short;
        const back = button(context, label, "show", target);
        return index === 0 ? primary(back) : back;
      }),
      button(context, strings.buttons.draftAnyway, "case", entry),
      ...inMenu(context, "more", [...teamButtons(context, entry), homeButton(context)]),
    ],
  };
}

/** The draft to read before it is sent: in English, and what it means. */
export function showDraft(context: ReplyContext, caseEntry: CaseEntry, draft: Draft): Answer {
  const { locale, strings } = context;
  const { entry, awsCase } = caseEntry;
  const text = composeDraft(context.knowledge, awsCase, draft);
  const { editDraft, changeAnswers, goOn, forgetDraft } = strings.buttons;
  return {
    locale,
    title: strings.draftTitle,
    blocks: [
      paragraph(...placeSpan(strings.draftHelp, "time", timeSpan(context, draft.at + draftTtlMs))),
      ...gapNotes(strings, text),
      ...textsToCopy(strings, text),
      { kind: "note", tone: "footnote", text: [plain(strings.haveReady)] },
      ...draftGloss(context, caseEntry, draft),
    ],
    buttons: [
      primary(button(context, goOn, "door", entry)),
      button(context, editDraft, "edit", entry),
      ...(draft.edited ? [] : [button(context, changeAnswers, "fill", entry)]),
      ...inMenu(context, "more", [
        ...teamButtons(context, entry),
        button(context, forgetDraft, "forget", entry),
      ]),
    ],
  };
}

/** A text in [brackets]: what was masked or is never asked, for the person to fill in. */
const gap = /\[[^\]\n]+\]/;

/** Says what to do with [brackets], and where to find the account's ID and email. */
function gapNotes(strings: LanguageStrings, text: CaseText): readonly Block[] {
  if (!gap.test(`${text.subject}\n${text.description}`)) return [];
  const notes = [strings.draftGaps, ...(asksForAccount(text) ? [strings.accountGaps] : [])];
  return notes.map((note) => ({ kind: "note", tone: "notice", text: [plain(note)] }));
}

function textsToCopy({ caseForm }: LanguageStrings, { subject, description }: CaseText): readonly Block[] {
  return [
    paragraph(plain(`${caseForm.subject}:`)),
    { kind: "code", text: subject },
    paragraph(plain(`${caseForm.description}:`)),
    { kind: "code", text: description },
  ];
}

const endsAsQuestion = /[?？]$/;

/** What each part of the draft means, in the reader's language. A text of their own gets none. */
function draftGloss(context: ReplyContext, { entry, awsCase }: CaseEntry, draft: Draft): readonly Block[] {
  const { locale, strings, knowledge } = context;
  const meaning = textOf(entry, locale).case;
  if (!meaning || draft.edited) return [];
  const sentences = answerSentences(knowledge, awsCase, draft);
  const asks = [...new Set(sentences.map(({ ask }) => ask))];
  const answers = asks.map((ask) => {
    const { label, options } = labelsOf(ask, locale);
    const given = sentences.filter((sentence) => sentence.ask === ask).map(({ value }) => value);
    const written = ask.kind === "paragraph" ? [strings.draftOwnWords] : given;
    const answer = ask.kind === "choice" ? given.map((id) => options[id] ?? id) : written;
    return `${label}${endsAsQuestion.test(label) ? "" : ":"} ${answer.join("; ")}`;
  });
  const tried = triedEntries(knowledge, awsCase, draft).map(
    (each) => `${strings.draftTried} ${textOf(each, locale).title}`,
  );
  const lines = [meaning.subject, meaning.problem, ...answers, ...tried, meaning.request];
  return [
    { kind: "section", title: strings.draftMeans },
    { kind: "list", items: lines.map((line) => [plain(line)]) },
  ];
}

/** Where the case is sent, step by step: what to choose and paste, and what happens next. */
export function showSubmission(context: ReplyContext, caseEntry: CaseEntry, draft: Draft): Answer {
  const { locale, strings } = context;
  const { entry } = caseEntry;
  const awsCase = caseFor(caseEntry.awsCase, draft.answers);
  const text = composeDraft(context.knowledge, caseEntry.awsCase, draft);
  return {
    locale,
    title: strings.doorTitle,
    blocks: [
      paragraph(plain(strings.doorHelp)),
      { kind: "steps", steps: submissionSteps(strings, awsCase, text) },
      { kind: "note", tone: "notice", text: [plain(strings.casePrivacy)] },
      ...(awsCase.door === "console"
        ? [paragraph(...fillText(strings.caseWithoutSignIn, { url: publicFormUrl }))]
        : []),
    ],
    buttons: [
      { kind: "link", label: strings.buttons.openForm, url: supportFormUrl(awsCase) },
      primary(button(context, strings.buttons.sent, "case-sent", entry)),
      button(context, strings.buttons.editDraft, "edit", entry),
      ...inMenu(context, "more", [
        ...teamButtons(context, entry),
        button(context, strings.buttons.backToSteps, "show", entry),
        homeButton(context),
      ]),
    ],
  };
}

function submissionSteps(
  strings: LanguageStrings,
  awsCase: AwsCase,
  draft: CaseText,
): readonly (readonly Block[])[] {
  const { open, send } = strings.caseSteps[awsCase.door];
  const values = { url: supportFormUrl(awsCase), contact: awsCase.contact ?? defaultContact };
  const toStep = (text: Text): readonly Block[] => [paragraph(...fillText(text, values))];
  const before = open.map(toStep);
  const fillIn = [
    ...(before.at(-1) ?? []),
    ...fieldsToChoose(strings, awsCase),
    ...textsToCopy(strings, draft),
  ];
  return [...before.slice(0, -1), fillIn, ...send.map(toStep)];
}

/** What to choose in AWS's form, by its own names. */
function fieldsToChoose(
  { caseForm }: LanguageStrings,
  { door, service, category }: AwsCase,
): readonly Block[] {
  const isConsole = door === "console";
  const fields = [
    ...(isConsole ? [{ label: caseForm.type, value: caseType }] : []),
    ...(isConsole && service ? [{ label: caseForm.service, value: service }] : []),
    ...(isConsole && category ? [{ label: caseForm.category, value: category }] : []),
    ...(isConsole ? [{ label: caseForm.severity, value: severity }] : []),
    ...(isConsole ? [{ label: caseForm.language, value: contactLanguage }] : []),
  ];
  return fields.length > 0 ? [{ kind: "fields", fields }] : [];
}

/** The draft is deleted. */
export function sayDraftForgotten(context: ReplyContext, { entry }: CaseEntry): Answer {
  const { draftForgotten, buttons } = context.strings;
  return say(context, draftForgotten, [
    button(context, buttons.backToSteps, "show", entry),
    myDataButton(context),
    homeButton(context),
  ]);
}

/** A later step of a case's form, which is not open at the moment: the button that opens it. */
export function showOpenForm(context: ReplyContext, { entry }: CaseEntry, step: number): Answer {
  const { locale, strings } = context;
  const { formFollows, formContinue } = strings.surface;
  const token = writeToken({ action: "fill", entry: entry.id, locale, step });
  return say(context, formFollows, [
    primary({ kind: "press", label: formContinue, token }),
    button(context, strings.buttons.backToSteps, "show", entry),
    homeButton(context),
  ]);
}

/** The public notice that a draft is in the direct messages. */
export function pointToDraft(context: ReplyContext, { entry }: CaseEntry): Answer {
  const { locale, strings } = context;
  return {
    locale,
    blocks: [paragraph(plain(strings.draftWaits))],
    buttons: [button(context, strings.buttons.showHere, "case", entry)],
  };
}
