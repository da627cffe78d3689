import { readToken, type Token } from "../answer/token.ts";
import { type Entry, hasAdministratorMessage } from "../knowledge/entry.ts";
import { currentEntry, escalate, greet, markSolved, openHome, suggestOthers } from "./actions.ts";
import { confirmCaseSent, deleteDraft, openCase, openSubmission } from "./case-turns.ts";
import { handOver } from "./hand-over.ts";
import { pressKept } from "./kept-turns.ts";
import { openEntry, openMessage } from "./open-entry.ts";
import { sayWithFeedback, sayWithTopics, showWaysToPerson } from "./replies/short-answers.ts";
import { showEntry } from "./replies/show-entry.ts";
import { caseEntryOf, otherMessageLocale, showAdministratorSteps } from "./replies/show-escalation.ts";
import { showSources } from "./replies/show-sources.ts";
import { pressForTeam } from "./team-turns.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Handles a press on a message of any age. An unreadable token is answered with the topics. */
export function answerPress(turnContext: TurnContext, raw: string): ReplyDraft {
  const { context } = turnContext;
  const token = readToken(raw);
  if (!token)
    return { answer: sayWithTopics(context, context.strings.unknownButton), fallback: "unknown-button" };

  const { action } = token;
  const entry = token.entry === undefined ? undefined : context.knowledge.find(token.entry);
  if (action === "home" || (action === "language" && token.entry === undefined)) return openHome(turnContext);
  if (action === "person") return offerPerson(turnContext, entry);
  if (action === "ask") return greet(turnContext);
  if (action === "remove") return { answer: sayWithFeedback(context, context.strings.removeNotYours) };
  if (action === "team") return handOver(turnContext, entry ?? currentEntry(turnContext));
  if (isOneOf(keptActions, action)) return pressKept(turnContext, action);
  if (isOneOf(teamActions, action)) return pressForTeam(turnContext, action);
  if (!entry) return { answer: sayWithTopics(context, context.strings.gone), fallback: "gone" };
  if (isOneOf(caseActions, action)) return pressCase(turnContext, action, entry);
  if (isOneOf(messageActions, action)) return pressMessage(turnContext, { ...token, action }, entry);
  return pressEntry(turnContext, action, entry);
}

function isOneOf<T extends Token["action"]>(actions: readonly T[], action: Token["action"]): action is T {
  return actions.some((one) => one === action);
}

/** "Reach a person"; under suggestions it means "none of these". */
function offerPerson(turnContext: TurnContext, entry: Entry | undefined): ReplyDraft {
  const answer = showWaysToPerson(turnContext.context, entry ?? currentEntry(turnContext));
  return turnContext.state.fallback === "suggest" ? { answer, rejectsSuggestions: true } : { answer };
}

const caseActions = ["case", "fill", "edit", "door", "forget", "case-sent"] as const;
const messageActions = ["message", "message-other", "administrator"] as const;
const teamActions = ["take", "close", "reply", "relayed"] as const;
const keptActions = ["kept", "forget-all", "keep-all"] as const;
type EntryAction = "show" | "language" | "sources" | "share" | "solved" | "stuck" | "other" | "sent";

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
      return { answer: showAdministratorSteps(context, entry) };
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
      return { answer: showEntry(turnContext.context, entry), isShared: true };
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

/** If the entry was edited and has no sources any more, opens it. */
function listSources(turnContext: TurnContext, entry: Entry): ReplyDraft {
  const answer = showSources(turnContext.context, entry);
  return answer ? { answer } : openEntry(turnContext, entry);
}

function confirmMessageSent({ context }: TurnContext, entry: Entry): ReplyDraft {
  return {
    answer: sayWithFeedback(context, context.strings.messageSent, entry),
    stateChanges: { entry: entry.id, progress: "escalated" },
    facts: [{ kind: "sent", entry: entry.id, locale: context.locale }],
  };
}
