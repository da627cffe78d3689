import { fill } from "../answer/text.ts";
import { untriedAsks } from "../cases/compose-draft.ts";
import { type Draft, reusableAnswers, withoutDraft } from "../cases/draft.ts";
import { openInstead } from "./open-entry.ts";
import { type CaseEntry, isComplete } from "./replies/case-form.ts";
import { sayWithFeedback } from "./replies/short-answers.ts";
import {
  pointToDraft,
  sayDraftForgotten,
  showCaseStart,
  showDraft,
  showSubmission,
  showUntried,
} from "./replies/show-case.ts";
import { entryInstead } from "./replies/show-escalation.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

// The way to AWS Support: answers become a draft, and the draft is sent by the person.

/** The draft of an entry's case, or a new one with what the conversation knows. */
export function draftFor({ turn, state, context }: TurnContext, { entry, awsCase }: CaseEntry): Draft {
  const before = turn.drafts?.[entry.id];
  const { words: question = before?.question } = state;
  const told = Object.entries(state.told).filter(([ask]) => awsCase.asks.includes(ask));
  return {
    at: turn.now,
    ...before,
    answers: {
      ...reusableAnswers(context.knowledge, turn.drafts),
      ...Object.fromEntries(told),
      ...before?.answers,
    },
    tried: [...new Set([...(before?.tried ?? []), ...state.tried])],
    ...(question !== undefined && { question }),
  };
}

/** The draft if all questions are answered, otherwise what comes first. */
export function openCase(turnContext: TurnContext, caseEntry: CaseEntry): ReplyDraft {
  const { context, turn } = turnContext;
  const stateChanges = { entry: caseEntry.entry.id, progress: "escalated" } as const;
  const screen = { kind: "case", entry: caseEntry.entry.id } as const;
  const draft = turn.drafts?.[caseEntry.entry.id];
  if (!draft || !isComplete(context, caseEntry, draft))
    return { answer: showCaseStart(context, caseEntry), stateChanges, screen, unprompted: "sure" };
  const instead = entryInstead(context, caseEntry, draft.answers);
  if (instead && !draft.edited) return openInstead(turnContext, instead);
  return {
    answer: showDraft(context, caseEntry, draft),
    stateChanges,
    screen,
    pointer: pointToDraft(context, caseEntry),
  };
}

export function openSubmission(turnContext: TurnContext, caseEntry: CaseEntry): ReplyDraft {
  const { context, turn } = turnContext;
  const draft = turn.drafts?.[caseEntry.entry.id];
  if (!draft || !isComplete(context, caseEntry, draft)) return openCase(turnContext, caseEntry);
  const instead = entryInstead(context, caseEntry, draft.answers);
  if (instead && !draft.edited) return openInstead(turnContext, instead);
  const stateChanges = { entry: caseEntry.entry.id, progress: "escalated" } as const;
  return {
    answer: showSubmission(context, caseEntry, draft),
    stateChanges,
    screen: { kind: "door", entry: caseEntry.entry.id },
    pointer: pointToDraft(context, caseEntry),
  };
}

export function deleteDraft({ context, turn }: TurnContext, caseEntry: CaseEntry): ReplyDraft {
  const { entry } = caseEntry;
  const left = turn.drafts && withoutDraft(turn.drafts, entry.id);
  return {
    answer: sayDraftForgotten(context, caseEntry),
    screen: { kind: "erased", entry: entry.id },
    drafts: left ?? "none",
  };
}

/** A draft that was filled in or changed: first what was not tried yet, if anything, then the text to read through. */
export function showFilledDraft(
  { context, turn }: TurnContext,
  caseEntry: CaseEntry,
  draft: Draft,
): ReplyDraft {
  const { entry, awsCase } = caseEntry;
  const untried = draft.edited ? [] : untriedAsks(context.knowledge, awsCase, draft);
  return {
    answer:
      untried.length > 0 ? showUntried(context, caseEntry, untried) : showDraft(context, caseEntry, draft),
    pointer: pointToDraft(context, caseEntry),
    stateChanges: { entry: entry.id, progress: "escalated" },
    screen: { kind: untried.length > 0 ? "untried" : "case", entry: entry.id },
    drafts: { ...turn.drafts, [entry.id]: draft },
    facts: [{ kind: "drafted", entry: entry.id, locale: context.locale }],
  };
}

/** A case id from AWS, perhaps with words around it. */
const caseId = /(?<![\w-])(?=[\w-]*\d)[\w-]{5,40}(?![\w-])/;

/** The case was sent, perhaps with the id that it got. */
export function confirmCaseSent({ context }: TurnContext, { entry }: CaseEntry, given = ""): ReplyDraft {
  const { caseSent, caseSentAs } = context.strings;
  const [id] = caseId.exec(given) ?? [];
  const sentence = id !== undefined ? `${fill(caseSentAs, { id })} ${caseSent}` : caseSent;
  return {
    answer: sayWithFeedback(context, sentence, entry),
    screen: { kind: "said", sentence: "caseSent", entry: entry.id },
    stateChanges: { entry: entry.id, progress: "escalated" },
    facts: [{ kind: "sent", entry: entry.id, locale: context.locale }],
  };
}
