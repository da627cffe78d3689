import { fill } from "../answer/text.ts";
import { answersBefore, type Draft, withoutDraft } from "../cases/draft.ts";
import { type CaseEntry, isComplete } from "./replies/case-form.ts";
import { button, homeButton } from "./replies/context.ts";
import { say, sayAfter } from "./replies/lead-on.ts";
import { pointToDraft, showCaseStart, showDoor, showDraft } from "./replies/show-case.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

// The way to AWS Support: answers become a draft, and the draft is sent by the person.

/** The draft of an entry's case, or a new one with what the conversation knows. */
export function draftFor({ turn, state, context }: TurnContext, { entry }: CaseEntry): Draft {
  const before = turn.drafts?.[entry.id];
  const { words: question = before?.question } = state;
  return {
    at: turn.now,
    answers: answersBefore(context.knowledge, turn.drafts),
    ...before,
    tried: [...new Set([...(before?.tried ?? []), ...state.tried])],
    ...(question !== undefined && { question }),
  };
}

/** The draft if all questions are answered, otherwise what comes first. */
export function openCase(turnContext: TurnContext, about: CaseEntry): ReplyDraft {
  const { context, turn } = turnContext;
  const stateChanges = { entry: about.entry.id, progress: "escalated" } as const;
  const draft = turn.drafts?.[about.entry.id];
  if (!draft || !isComplete(context, about, draft))
    return { answer: showCaseStart(context, about), stateChanges, unasked: "sure" };
  return { answer: showDraft(context, about, draft), stateChanges, pointer: pointToDraft(context, about) };
}

export function openDoor(turnContext: TurnContext, about: CaseEntry): ReplyDraft {
  const { context, turn } = turnContext;
  const draft = turn.drafts?.[about.entry.id];
  if (!draft || !isComplete(context, about, draft)) return openCase(turnContext, about);
  const stateChanges = { entry: about.entry.id, progress: "escalated" } as const;
  return { answer: showDoor(context, about, draft), stateChanges, pointer: pointToDraft(context, about) };
}

export function forgetDraft({ context, turn }: TurnContext, { entry }: CaseEntry): ReplyDraft {
  const { draftForgotten, buttons } = context.strings;
  const left = turn.drafts && withoutDraft(turn.drafts, entry.id);
  return {
    answer: say(context, draftForgotten, [
      button(context, buttons.backToSteps, "show", entry),
      homeButton(context),
    ]),
    drafts: left ?? "none",
  };
}

/** A draft that was filled in or changed, for the person to read through. */
export function showFilledDraft({ context, turn }: TurnContext, about: CaseEntry, draft: Draft): ReplyDraft {
  const { entry } = about;
  return {
    answer: showDraft(context, about, draft),
    pointer: pointToDraft(context, about),
    stateChanges: { entry: entry.id, progress: "escalated" },
    drafts: { ...turn.drafts, [entry.id]: draft },
    facts: [{ kind: "drafted", entry: entry.id, locale: context.locale }],
  };
}

/** A case id from AWS, perhaps with words around it. */
const caseId = /(?<![\w-])(?=[\w-]*\d)[\w-]{5,40}(?![\w-])/;

/** The case was sent, perhaps with the id that it got. */
export function sendCase({ context }: TurnContext, { entry }: CaseEntry, given = ""): ReplyDraft {
  const { caseSent, caseSentAs } = context.strings;
  const [id] = caseId.exec(given) ?? [];
  const sentence = id !== undefined ? `${fill(caseSentAs, { id })} ${caseSent}` : caseSent;
  return {
    answer: sayAfter(context, sentence, entry),
    stateChanges: { entry: entry.id, progress: "escalated" },
    facts: [{ kind: "sent", entry: entry.id, locale: context.locale }],
  };
}
