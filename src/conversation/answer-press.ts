import { readToken, type Token } from "../answer/token.ts";
import { type Entry, hasAdministratorMessage } from "../knowledge/entry.ts";
import { currentEntry, escalate, greet, markSolved, openHome, suggestOthers } from "./actions.ts";
import { confirmCaseSent, deleteDraft, openCase, openSubmission } from "./case-turns.ts";
import { changeLanguage } from "./change-language.ts";
import { handOver } from "./hand-over.ts";
import { pressKept } from "./kept-turns.ts";
import { openEntry, openMessage } from "./open-entry.ts";
import type { ReplyContext } from "./replies/context.ts";
import { sayWithFeedback, sayWithTopics, showWaysToPerson } from "./replies/short-answers.ts";
import { showShared } from "./replies/show-entry.ts";
import { caseEntryOf, otherMessageLocale, showAdministratorSteps } from "./replies/show-escalation.ts";
import { showSources } from "./replies/show-sources.ts";
import { letGo } from "./several-troubles.ts";
import { pressForTeam, teamActions } from "./team-turns.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Handles a press on a message of any age. An unreadable token is answered with the topics. */
export function answerPress(turnContext: TurnContext, raw: string): ReplyDraft {
  const { context } = turnContext;
  const token = readToken(raw);
  if (!token) return { ...sayTopics(context, "unknownButton"), fallback: "unknown-button" };

  const { action } = token;
  const entry = token.entry === undefined ? undefined : context.knowledge.find(token.entry);
  const plain = pressWithoutEntry(turnContext, token, entry);
  if (plain) return plain;
  if (isOneOf(keptActions, action)) return pressKept(turnContext, action);
  if (isOneOf(teamActions, action)) return pressForTeam(turnContext, { ...token, action });
  if (!entry) return { ...sayTopics(context, "gone"), fallback: "gone" };
  if (isOneOf(caseActions, action)) return pressCase(turnContext, action, entry);
  if (isOneOf(messageActions, action)) return pressMessage(turnContext, { ...token, action }, entry);
  return isOneOf(entryActions, action)
    ? pressEntry(turnContext, action, entry)
    : { ...sayTopics(context, "gone"), fallback: "gone" };
}

function sayTopics(context: ReplyContext, sentence: "unknownButton" | "gone"): ReplyDraft {
  return {
    answer: sayWithTopics(context, context.strings[sentence]),
    screen: { kind: "topics", sentence },
  };
}

/** Buttons that work without an entry, or with one that is gone. */
function pressWithoutEntry(
  turnContext: TurnContext,
  token: Token,
  entry: Entry | undefined,
): ReplyDraft | undefined {
  const { context } = turnContext;
  switch (token.action) {
    case "home":
      return openHome(turnContext);
    case "language":
      return (
        changeLanguage(turnContext, token) ?? (token.entry === undefined ? openHome(turnContext) : undefined)
      );
    case "person":
      return offerPerson(turnContext, entry);
    case "ask":
      return greet(turnContext);
    case "remove":
      return {
        answer: sayWithFeedback(context, context.strings.removeNotYours),
        screen: { kind: "said", sentence: "removeNotYours" },
      };
    case "team":
      return handOver(turnContext, entry ?? currentEntry(turnContext));
    case "later":
      return letGo(turnContext);
    default:
      return undefined;
  }
}

function isOneOf<T extends Token["action"]>(actions: readonly T[], action: Token["action"]): action is T {
  return actions.some((one) => one === action);
}

/** "Reach a person"; under suggestions it means "none of these". */
function offerPerson(turnContext: TurnContext, entry: Entry | undefined): ReplyDraft {
  const about = entry ?? currentEntry(turnContext);
  const answer = showWaysToPerson(turnContext.context, about);
  const screen = { kind: "person", entry: about?.id } as const;
  return turnContext.state.fallback === "suggest"
    ? { answer, screen, rejectsSuggestions: true }
    : { answer, screen };
}

const caseActions = ["case", "fill", "edit", "door", "forget", "case-sent"] as const;
const messageActions = ["message", "message-other", "administrator"] as const;
const keptActions = ["kept", "forget-all", "keep-all"] as const;
const entryActions = ["show", "language", "sources", "share", "solved", "stuck", "other", "sent"] as const;
type EntryAction = (typeof entryActions)[number];

/** If the entry was edited and no longer leads to a case, shows what else to check. */
function pressCase(turnContext: TurnContext, action: (typeof caseActions)[number], entry: Entry): ReplyDraft {
  const caseEntry = caseEntryOf(entry);
  if (!caseEntry) return escalate(turnContext, entry);
  switch (action) {
    case "case":
    case "fill":
    case "edit":
      return openCase(turnContext, caseEntry);
    case "door":
      return openSubmission(turnContext, caseEntry);
    case "forget":
      return deleteDraft(turnContext, caseEntry);
    case "case-sent":
      return confirmCaseSent(turnContext, caseEntry);
  }
}

function pressMessage(
  turnContext: TurnContext,
  { action, into }: Token & { readonly action: (typeof messageActions)[number] },
  entry: Entry,
): ReplyDraft {
  const { context } = turnContext;
  if (!hasAdministratorMessage(entry)) return escalate(turnContext, entry);
  switch (action) {
    case "message":
      return openMessage(turnContext, entry, context.locale);
    case "message-other":
      return openMessage(turnContext, entry, otherMessageLocale(context, entry, into));
    case "administrator":
      return {
        answer: showAdministratorSteps(context, entry),
        screen: { kind: "admin", entry: entry.id },
      };
  }
}

function pressEntry(turnContext: TurnContext, action: EntryAction, entry: Entry): ReplyDraft {
  const caseEntry = caseEntryOf(entry);
  switch (action) {
    case "show":
    case "language":
      return openEntry(turnContext, entry);
    case "sources":
      return listSources(turnContext, entry);
    case "share":
      return {
        answer: showShared(turnContext.context, entry, askedFor(turnContext, entry)),
        screen: { kind: "entry", entry: entry.id },
        isShared: true,
      };
    case "solved":
      return markSolved(turnContext, entry);
    case "stuck":
      return escalate(turnContext, entry);
    case "other":
      return suggestOthers(turnContext, entry);
    case "sent":
      return caseEntry && !hasAdministratorMessage(entry)
        ? confirmCaseSent(turnContext, caseEntry)
        : confirmMessageSent(turnContext, entry);
  }
}

/** The question that led to an entry, masked, if it is still known. */
function askedFor({ state }: TurnContext, entry: Entry): string | undefined {
  return state.entry === entry.id ? state.words : undefined;
}

/** If the entry was edited and has no sources any more, opens it. */
function listSources(turnContext: TurnContext, entry: Entry): ReplyDraft {
  const answer = showSources(turnContext.context, entry);
  return answer ? { answer, screen: { kind: "sources", entry: entry.id } } : openEntry(turnContext, entry);
}

function confirmMessageSent({ context }: TurnContext, entry: Entry): ReplyDraft {
  return {
    answer: sayWithFeedback(context, context.strings.messageSent, entry),
    stateChanges: { entry: entry.id, progress: "escalated" },
    screen: { kind: "said", sentence: "messageSent", entry: entry.id },
    facts: [{ kind: "sent", entry: entry.id, locale: context.locale }],
  };
}
