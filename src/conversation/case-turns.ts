import { fill } from "../answer/text.ts";
import { answersBefore, type Draft, withoutDraft } from "../cases/draft.ts";
import { type CaseEntry, isTold } from "./replies/case-form.ts";
import { button, homeButton } from "./replies/context.ts";
import { say, sayAfter } from "./replies/lead-on.ts";
import { pointToDraft, showCaseStart, showDoor, showDraft } from "./replies/show-case.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

// The way to AWS Support: what was told becomes a draft, the draft goes through a door.

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

/** The draft, where all was told for it, else what comes first. */
export function openCase(turnContext: TurnContext, about: CaseEntry): ReplyDraft {
  const { context, turn } = turnContext;
  const remember = { entry: about.entry.id, progress: "escalated" } as const;
  const draft = turn.drafts?.[about.entry.id];
  if (!draft || !isTold(context, about, draft))
    return { answer: showCaseStart(context, about), remember, unasked: "says" };
  return { answer: showDraft(context, about, draft), remember, pointer: pointToDraft(context, about) };
}

export function openDoor(turnContext: TurnContext, about: CaseEntry): ReplyDraft {
  const { context, turn } = turnContext;
  const draft = turn.drafts?.[about.entry.id];
  if (!draft || !isTold(context, about, draft)) return openCase(turnContext, about);
  const remember = { entry: about.entry.id, progress: "escalated" } as const;
  return { answer: showDoor(context, about, draft), remember, pointer: pointToDraft(context, about) };
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

/** A draft that was told or changed, for the person to look through. */
export function showTold({ context, turn }: TurnContext, about: CaseEntry, draft: Draft): ReplyDraft {
  const { entry } = about;
  return {
    answer: showDraft(context, about, draft),
    pointer: pointToDraft(context, about),
    remember: { entry: entry.id, progress: "escalated" },
    drafts: { ...turn.drafts, [entry.id]: draft },
    facts: [{ kind: "drafted", entry: entry.id, locale: context.locale }],
  };
}

/** A number that AWS gives a case, perhaps with words around it. */
const caseId = /(?<![\w-])(?=[\w-]*\d)[\w-]{5,40}(?![\w-])/;

/** The case is on its way, perhaps with the number that it got. */
export function sendCase({ context }: TurnContext, { entry }: CaseEntry, given = ""): ReplyDraft {
  const { caseSent, caseSentAs } = context.strings;
  const [id] = caseId.exec(given) ?? [];
  const sentence = id !== undefined ? `${fill(caseSentAs, { id })} ${caseSent}` : caseSent;
  return {
    answer: sayAfter(context, sentence, entry),
    remember: { entry: entry.id, progress: "escalated" },
    facts: [{ kind: "sent", entry: entry.id, locale: context.locale }],
  };
}
