import { type Answer, type Block, paragraph } from "../../answer/answer.ts";
import { fill, fillText, plain, type Text } from "../../answer/text.ts";
import {
  caseType,
  contactLanguage,
  doorUrl,
  formWithoutSignIn,
  severity,
  usualContact,
} from "../../cases/door.ts";
import { type CaseText, composeDraft, type Draft, sayAnswers } from "../../cases/draft.ts";
import { labelsOf } from "../../knowledge/ask.ts";
import type { AwsCase } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import type { Wording } from "../../knowledge/wording.ts";
import { withoutLabels } from "../../safety/mask.ts";
import { type CaseEntry, stepsOf } from "./case-form.ts";
import { button, homeButton, type ReplyContext, teamButtons } from "./context.ts";

/** Before the first answer: what comes, and that nothing is sent without the person. */
export function showCaseStart(context: ReplyContext, about: CaseEntry): Answer {
  const { locale, strings } = context;
  const { entry } = about;
  const count = stepsOf(context, about).flat().length;
  return {
    locale,
    title: strings.caseTitle,
    blocks: [
      paragraph(plain(fill(strings.caseStart, { count: String(count) }))),
      { kind: "note", tone: "notice", text: [plain(strings.casePrivacy)] },
    ],
    buttons: [
      button(context, strings.buttons.createCase, "fill", entry),
      ...teamButtons(context, entry),
      button(context, strings.buttons.backToSteps, "show", entry),
      homeButton(context),
    ],
  };
}

/** The draft to read before it is sent: in English, and what it means. */
export function showDraft(context: ReplyContext, about: CaseEntry, draft: Draft): Answer {
  const { locale, strings } = context;
  const { entry, awsCase } = about;
  const text = composeDraft(context.knowledge, awsCase, draft);
  const { editDraft, changeAnswers, goOn, forgetDraft } = strings.buttons;
  return {
    locale,
    title: strings.draftTitle,
    blocks: [
      paragraph(plain(strings.draftHelp)),
      ...(hasGaps(text) ? [{ kind: "note", tone: "notice", text: [plain(strings.draftGaps)] } as const] : []),
      ...toCopy(strings, text),
      ...gloss(context, about, draft),
    ],
    buttons: [
      button(context, goOn, "door", entry),
      button(context, editDraft, "edit", entry),
      ...(draft.edited ? [] : [button(context, changeAnswers, "fill", entry)]),
      ...teamButtons(context, entry),
      button(context, forgetDraft, "forget", entry),
    ],
  };
}

/** Whether something was masked that only the person can fill in. */
function hasGaps({ subject, description }: CaseText): boolean {
  return [subject, description].some((text) => withoutLabels(text) !== text);
}

function toCopy({ caseForm }: Wording, { subject, description }: CaseText): readonly Block[] {
  return [
    paragraph(plain(`${caseForm.subject}:`)),
    { kind: "code", text: subject },
    paragraph(plain(`${caseForm.description}:`)),
    { kind: "code", text: description },
  ];
}

const endsAsQuestion = /[?？]$/;

/** What each part of the draft means, in the reader's language. A text of their own gets none. */
function gloss(context: ReplyContext, { entry, awsCase }: CaseEntry, draft: Draft): readonly Block[] {
  const { locale, strings, knowledge } = context;
  const meaning = textOf(entry, locale).case;
  if (!meaning || draft.edited) return [];
  const answers = sayAnswers(knowledge, awsCase, draft).map(({ ask, value }) => {
    const { label, options } = labelsOf(ask, locale);
    const written = ask.kind === "paragraph" ? strings.draftOwnWords : value;
    const told = ask.kind === "choice" ? (options[value] ?? value) : written;
    return `${label}${endsAsQuestion.test(label) ? "" : ":"} ${told}`;
  });
  const tried = draft.tried.flatMap((id) => {
    const found = knowledge.find(id);
    return found ? [`${strings.draftTried} ${textOf(found, locale).title}`] : [];
  });
  const lines = [meaning.subject, meaning.problem, ...answers, ...tried, meaning.request];
  return [
    { kind: "section", title: strings.draftMeans },
    { kind: "list", items: lines.map((line) => [plain(line)]) },
  ];
}

/** Where the case is sent, step by step: what to choose and paste, and what happens next. */
export function showDoor(context: ReplyContext, { entry, awsCase }: CaseEntry, draft: Draft): Answer {
  const { locale, strings } = context;
  const text = composeDraft(context.knowledge, awsCase, draft);
  return {
    locale,
    title: strings.doorTitle,
    blocks: [
      paragraph(plain(strings.doorHelp)),
      { kind: "steps", steps: doorSteps(strings, awsCase, text) },
      { kind: "note", tone: "notice", text: [plain(strings.casePrivacy)] },
      ...(awsCase.door === "console"
        ? [paragraph(...fillText(strings.caseWithoutSignIn, { url: formWithoutSignIn }))]
        : []),
    ],
    buttons: [
      { kind: "link", label: strings.buttons.openForm, url: doorUrl(awsCase) },
      button(context, strings.buttons.sent, "case-sent", entry),
      button(context, strings.buttons.editDraft, "edit", entry),
      ...teamButtons(context, entry),
      button(context, strings.buttons.backToSteps, "show", entry),
      homeButton(context),
    ],
  };
}

function doorSteps(words: Wording, awsCase: AwsCase, draft: CaseText): readonly (readonly Block[])[] {
  const { open, send } = words.caseSteps[awsCase.door];
  const values = { url: doorUrl(awsCase), contact: awsCase.contact ?? usualContact };
  const toStep = (text: Text): readonly Block[] => [paragraph(...fillText(text, values))];
  const before = open.map(toStep);
  const fillIn = [...(before.at(-1) ?? []), ...toChoose(words, awsCase), ...toCopy(words, draft)];
  return [...before.slice(0, -1), fillIn, ...send.map(toStep)];
}

/** What to choose in AWS's form, by its own names. */
function toChoose({ caseForm }: Wording, { door, service, category }: AwsCase): readonly Block[] {
  const isConsole = door === "console";
  const fields = [
    ...(isConsole ? [{ label: caseForm.type, value: caseType }] : []),
    ...(service ? [{ label: caseForm.service, value: service }] : []),
    ...(category ? [{ label: caseForm.category, value: category }] : []),
    ...(isConsole ? [{ label: caseForm.severity, value: severity }] : []),
    ...(isConsole ? [{ label: caseForm.language, value: contactLanguage }] : []),
  ];
  return fields.length > 0 ? [{ kind: "fields", fields }] : [];
}

/** Says that a draft waits in the direct messages, for where others may read along. */
export function pointToDraft(context: ReplyContext, { entry }: CaseEntry): Answer {
  const { locale, strings } = context;
  return {
    locale,
    blocks: [paragraph(plain(strings.draftWaits))],
    buttons: [button(context, strings.buttons.showHere, "case", entry)],
  };
}
