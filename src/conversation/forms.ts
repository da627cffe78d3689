import type { Form } from "../answer/form.ts";
import { fill } from "../answer/text.ts";
import type { Token } from "../answer/token.ts";
import { composeDraft, type Draft } from "../cases/draft.ts";
import { descriptionLimit, subjectLimit } from "../cases/limits.ts";
import { mask } from "../safety/mask.ts";
import { answerPress } from "./answer-press.ts";
import { answerQuestion } from "./answer-question.ts";
import { draftFor, sendCase, showTold } from "./case-turns.ts";
import { askForm, questionField } from "./replies/ask-form.ts";
import {
  type CaseEntry,
  caseForm,
  caseIdField,
  editForm,
  readAnswers,
  sentForm,
  stepsOf,
  textFields,
} from "./replies/case-form.ts";
import { caseEntryOf } from "./replies/escalate.ts";
import { sayWithTopics } from "./replies/lead-on.ts";
import { replyField, replyForm } from "./replies/team-form.ts";
import { relayToTeam } from "./team-turns.ts";
import type { ReplyDraft, TurnContext, WordlessReply } from "./types.ts";

type Values = Readonly<Record<string, string>>;

/** The form that a button opens; undefined where it leads to none any more. */
export function openForm(turnContext: TurnContext, token: Token): Form | undefined {
  const { context, responder } = turnContext;
  if (token.action === "ask") return askForm(context);
  if (token.action === "reply")
    return isTheirs(turnContext) ? replyForm(context, token.handover ?? "") : undefined;
  const about = aboutCase(turnContext, token);
  if (!about) return undefined;
  const { answers } = draftFor(turnContext, about);
  const draft = turnContext.turn.drafts?.[about.entry.id];
  switch (token.action) {
    case "fill":
      return (
        caseForm(context, about, { step: token.step ?? 1, answers }) ??
        caseForm(context, about, { step: 1, answers })
      );
    case "edit":
      // Its time may be over, and then there is no text to change.
      return draft
        ? editForm(context, about, composeDraft(responder.knowledge, about.awsCase, draft))
        : caseForm(context, about, { step: 1, answers });
    case "case-sent":
      return sentForm(context, about);
    default:
      return undefined;
  }
}

/** Whether what a button names was handed over for the person who pressed it, as far as that can be looked up. */
function isTheirs({ turn }: TurnContext): boolean {
  const handover = turn.team?.handover;
  return handover === undefined || handover.person === turn.person;
}

/** What a form that was sent leads to: what is wrong with it, its next step, or an answer. */
export function answerForm(
  turnContext: TurnContext,
  token: Token,
  values: Values,
): ReplyDraft | WordlessReply | undefined {
  if (token.action === "ask") return answerAsked(turnContext, values[questionField] ?? "");
  if (token.action === "reply") return answerReply(turnContext, values[replyField] ?? "");
  const about = aboutCase(turnContext, token);
  if (!about) return undefined;
  if (token.action === "fill") return tellCase(turnContext, about, token.step ?? 1, values);
  if (token.action === "edit") return changeText(turnContext, about, values);
  return token.action === "case-sent" ? sendCase(turnContext, about, values[caseIdField]?.trim()) : undefined;
}

function aboutCase({ context }: TurnContext, token: Token): CaseEntry | undefined {
  const entry = token.entry === undefined ? undefined : context.knowledge.find(token.entry);
  return entry && caseEntryOf(entry);
}

const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** What was written in a form is answered like anything that is typed. */
function answerAsked(turnContext: TurnContext, text: string): ReplyDraft | WordlessReply {
  const { context } = turnContext;
  if (hasWords(text)) return answerQuestion(turnContext, { text, hasPicture: false });
  const errors = { [questionField]: context.strings.askForm.empty };
  return { reply: { kind: "invalid", form: askForm(context), errors } };
}

function answerReply(turnContext: TurnContext, text: string): ReplyDraft | WordlessReply {
  const { context, turn } = turnContext;
  const handover = turn.team?.handover;
  if (handover && !isTheirs(turnContext))
    return { answer: sayWithTopics(context, context.strings.team.notYours) };
  if (!handover) return answerPress(turnContext, "");
  if (hasWords(text)) return relayToTeam(turnContext, handover, text);
  const errors = { [replyField]: context.strings.askForm.empty };
  return { reply: { kind: "invalid", form: replyForm(context, handover.id), errors } };
}

/** A step of a case's questions: all that was told is kept, also what has to be corrected. */
function tellCase(
  turnContext: TurnContext,
  about: CaseEntry,
  step: number,
  values: Values,
): ReplyDraft | WordlessReply {
  const { context, turn } = turnContext;
  const asks = stepsOf(context, about)[step - 1] ?? [];
  const told = readAnswers(context, asks, values);
  const { edited: _, ...before } = draftFor(turnContext, about);
  const draft: Draft = { ...before, at: turn.now, answers: { ...before.answers, ...told.answers } };
  const drafts = { ...turn.drafts, [about.entry.id]: draft };
  const formAt = (at: number) => caseForm(context, about, { step: at, answers: draft.answers });
  const wrong = Object.keys(told.errors).length > 0 ? formAt(step) : undefined;
  if (wrong) return { reply: { kind: "invalid", form: wrong, errors: told.errors }, drafts };
  const next = formAt(step + 1);
  return next ? { reply: { kind: "form", form: next }, drafts } : showTold(turnContext, about, draft);
}

/** The draft's text as the person changed it. */
function changeText(turnContext: TurnContext, about: CaseEntry, values: Values): ReplyDraft | WordlessReply {
  const { context, turn } = turnContext;
  const edited = {
    subject: mask(values[textFields.subject]?.trim() ?? ""),
    description: mask(values[textFields.description]?.trim() ?? ""),
  };
  const draft: Draft = { ...draftFor(turnContext, about), at: turn.now, edited };
  const { missing, tooLong } = context.strings.caseQuestions;
  const errorOf = (text: string, limit: number) => {
    if (!hasWords(text)) return missing;
    return text.length > limit ? fill(tooLong, { limit: String(limit) }) : undefined;
  };
  const errors = Object.entries({
    [textFields.subject]: errorOf(edited.subject, subjectLimit),
    [textFields.description]: errorOf(edited.description, descriptionLimit),
  }).flatMap(([field, error]) => (error === undefined ? [] : [[field, error] as const]));
  if (errors.length === 0) return showTold(turnContext, about, draft);
  const reply = {
    kind: "invalid",
    form: editForm(context, about, edited),
    errors: Object.fromEntries(errors),
  } as const;
  return { reply, drafts: { ...turn.drafts, [about.entry.id]: draft } };
}
