import type { Form } from "../answer/form.ts";
import { fill } from "../answer/text.ts";
import type { Token } from "../answer/token.ts";
import { composeDraft } from "../cases/compose-draft.ts";
import type { Draft } from "../cases/draft.ts";
import { maxDescriptionCharacters, maxSubjectCharacters } from "../cases/limits.ts";
import type { Ask } from "../knowledge/ask.ts";
import { shorten } from "../lib/shorten.ts";
import { mask } from "../safety/mask.ts";
import { answerPress } from "./answer-press.ts";
import { answerBesideTeam } from "./beside-team.ts";
import { confirmCaseSent, draftFor, showFilledDraft } from "./case-turns.ts";
import { answerForgotten } from "./kept-turns.ts";
import { openInstead } from "./open-entry.ts";
import { relayToTeam } from "./relay-words.ts";
import { askForm, questionField } from "./replies/ask-form.ts";
import {
  type CaseEntry,
  caseForm,
  caseIdField,
  editForm,
  formSteps,
  readAnswers,
  sentForm,
  textFields,
} from "./replies/case-form.ts";
import { sayWithTopics } from "./replies/short-answers.ts";
import { caseEntryOf, entryInstead } from "./replies/show-escalation.ts";
import { replyField, replyForm } from "./replies/team-form.ts";
import type { ReplyDraft, TurnContext, WordlessReply } from "./types.ts";

type Values = Readonly<Record<string, string>>;

/** The form that a button opens; undefined if it no longer opens one. */
export function openForm(turnContext: TurnContext, token: Token): Form | undefined {
  const { context, responder } = turnContext;
  if (token.action === "ask") return askForm(context);
  if (token.action === "reply")
    return isOwnHandover(turnContext) && !turnContext.turn.team?.isForgotten
      ? replyForm(context, token.handover ?? "")
      : undefined;
  const caseEntry = caseEntryNamed(turnContext, token);
  if (!caseEntry) return undefined;
  const { answers } = draftFor(turnContext, caseEntry);
  const draft = turnContext.turn.drafts?.[caseEntry.entry.id];
  switch (token.action) {
    case "fill":
      return (
        caseForm(context, caseEntry, { step: token.step ?? 1, answers }) ??
        caseForm(context, caseEntry, { step: 1, answers })
      );
    case "edit":
      // The draft may have expired: then there is no text to change.
      return draft
        ? editForm(context, caseEntry, composeDraft(responder.knowledge, caseEntry.awsCase, draft))
        : caseForm(context, caseEntry, { step: 1, answers });
    case "case-sent":
      return sentForm(context, caseEntry);
    default:
      return undefined;
  }
}

/** Whether the button's handover belongs to the person who pressed it, as far as that is known. */
function isOwnHandover({ turn }: TurnContext): boolean {
  const handover = turn.team?.handover;
  return handover === undefined || handover.person === turn.person;
}

/** Handles a submitted form: its errors, its next step, or an answer. */
export function answerForm(
  turnContext: TurnContext,
  token: Token,
  values: Values,
): ReplyDraft | WordlessReply | undefined {
  if (token.action === "ask") return answerFormQuestion(turnContext, values[questionField] ?? "");
  if (token.action === "reply") return answerReplyForm(turnContext, values[replyField] ?? "");
  const caseEntry = caseEntryNamed(turnContext, token);
  if (!caseEntry) return undefined;
  if (token.action === "fill") return answerCaseStep(turnContext, caseEntry, token.step ?? 1, values);
  if (token.action === "edit") return saveEditedText(turnContext, caseEntry, values);
  return token.action === "case-sent"
    ? confirmCaseSent(turnContext, caseEntry, values[caseIdField]?.trim())
    : undefined;
}

function caseEntryNamed({ context }: TurnContext, token: Token): CaseEntry | undefined {
  const entry = token.entry === undefined ? undefined : context.knowledge.find(token.entry);
  return entry && caseEntryOf(entry);
}

const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** Answers a question from a form like one that was typed. */
function answerFormQuestion(turnContext: TurnContext, text: string): ReplyDraft | WordlessReply {
  const { context } = turnContext;
  if (hasWords(text)) return answerBesideTeam(turnContext, { text, hasPicture: false });
  const errors = { [questionField]: context.strings.askForm.empty };
  return { reply: { kind: "invalid", form: askForm(context), errors } };
}

function answerReplyForm(turnContext: TurnContext, text: string): ReplyDraft | WordlessReply {
  const { context, turn } = turnContext;
  const handover = turn.team?.handover;
  if (handover && !isOwnHandover(turnContext))
    return { answer: sayWithTopics(context, context.strings.team.notYours) };
  if (turn.team?.isForgotten) return answerForgotten(turnContext, false);
  if (!handover) return answerPress(turnContext, "");
  if (hasWords(text)) return relayToTeam(turnContext, handover, { text });
  const errors = { [replyField]: context.strings.askForm.empty };
  return { reply: { kind: "invalid", form: replyForm(context, handover.id), errors } };
}

/**
 * A step of a case's form. All answers are kept, even those that need correction. The form ends where the answers so far
 * say that something else than a case helps.
 */
function answerCaseStep(
  turnContext: TurnContext,
  caseEntry: CaseEntry,
  step: number,
  values: Values,
): ReplyDraft | WordlessReply {
  const { context, turn } = turnContext;
  const steps = formSteps(context, caseEntry);
  const asks = steps[step - 1] ?? [];
  const read = readAnswers(context, asks, values);
  const { edited: _, ...before } = draftFor(turnContext, caseEntry);
  const draft: Draft = {
    ...before,
    at: turn.now,
    answers: { ...before.answers, ...read.answers },
    languages: { ...before.languages, ...languagesOf(turnContext, asks, read.answers) },
  };
  const drafts = { ...turn.drafts, [caseEntry.entry.id]: draft };
  const formAt = (at: number) => caseForm(context, caseEntry, { step: at, answers: draft.answers });
  const wrong = Object.keys(read.errors).length > 0 ? formAt(step) : undefined;
  if (wrong) return { reply: { kind: "invalid", form: wrong, errors: read.errors }, drafts };
  const told = pick(draft.answers, steps.slice(0, step).flat());
  const instead = entryInstead(context, caseEntry, told);
  if (instead) return { ...openInstead(turnContext, instead), drafts };
  const next = formAt(step + 1);
  return next
    ? { reply: { kind: "form", form: next }, drafts }
    : showFilledDraft(turnContext, caseEntry, draft);
}

/** The languages of what was written in a person's own words. */
function languagesOf(
  { responder, context }: TurnContext,
  asks: readonly Ask[],
  answers: Values,
): NonNullable<Draft["languages"]> {
  const written = asks.filter((ask) => ask.kind !== "choice" && ask.english.includes("{language}"));
  return Object.fromEntries(
    written.flatMap(({ id }) => {
      const words = answers[id] ?? "";
      return words === "" ? [] : [[id, responder.detectLanguage(words) ?? context.locale]];
    }),
  );
}

function pick(answers: Values, asks: readonly Ask[]): Values {
  return Object.fromEntries(asks.map(({ id }) => [id, answers[id] ?? ""]));
}

/** Saves the draft's text as the person edited it. */
function saveEditedText(
  turnContext: TurnContext,
  caseEntry: CaseEntry,
  values: Values,
): ReplyDraft | WordlessReply {
  const { context, turn } = turnContext;
  const edited = {
    subject: mask(values[textFields.subject]?.trim() ?? ""),
    description: mask(values[textFields.description]?.trim() ?? ""),
  };
  // What is too long is kept as far as the form that asks for a shorter text can show it.
  const kept = {
    subject: shorten(edited.subject, maxSubjectCharacters),
    description: shorten(edited.description, maxDescriptionCharacters),
  };
  const draft: Draft = { ...draftFor(turnContext, caseEntry), at: turn.now, edited: kept };
  const { missing, tooLong } = context.strings.caseQuestions;
  const errorOf = (text: string, limit: number) => {
    if (!hasWords(text)) return missing;
    return text.length > limit ? fill(tooLong, { limit: String(limit) }) : undefined;
  };
  const errors = Object.entries({
    [textFields.subject]: errorOf(edited.subject, maxSubjectCharacters),
    [textFields.description]: errorOf(edited.description, maxDescriptionCharacters),
  }).flatMap(([field, error]) => (error === undefined ? [] : [[field, error] as const]));
  if (errors.length === 0) return showFilledDraft(turnContext, caseEntry, draft);
  const reply = {
    kind: "invalid",
    form: editForm(context, caseEntry, kept),
    errors: Object.fromEntries(errors),
  } as const;
  return { reply, drafts: { ...turn.drafts, [caseEntry.entry.id]: draft } };
}
