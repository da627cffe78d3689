import { readToken, type Token } from "../answer/token.ts";
import type { Entry } from "../knowledge/entry.ts";
import { greet, open, openHome, openMessage, solve, spokenOf, stayStuck, tryOthers } from "./actions.ts";
import { forgetDraft, openCase, openDoor, sendCase } from "./case-turns.ts";
import { caseEntryOf, escalationOf, otherMessage, showAdministratorSteps } from "./replies/escalate.ts";
import { leadToPerson, sayAfter, sayWithTopics } from "./replies/lead-on.ts";
import { showEntry } from "./replies/show-entry.ts";
import { handOver, pressForTeam } from "./team-turns.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Does what a button says, on a message of any age; a token that can't be read says so and leads on. */
export function answerPress(turnContext: TurnContext, raw: string): ReplyDraft {
  const { context } = turnContext;
  const token = readToken(raw);
  if (!token)
    return { answer: sayWithTopics(context, context.strings.unknownButton), fallback: "unknown-button" };

  const { action } = token;
  const entry = token.entry === undefined ? undefined : context.knowledge.find(token.entry);
  if (action === "home" || (action === "language" && token.entry === undefined)) return openHome(turnContext);
  if (action === "person") return leadOn(turnContext, entry);
  if (action === "ask") return greet(turnContext);
  if (action === "remove") return { answer: sayAfter(context, context.strings.removeNotYours) };
  if (action === "team") return handOver(turnContext, entry ?? spokenOf(turnContext));
  if (isOneOf(teamActions, action)) return pressForTeam(turnContext, action);
  if (!entry) return { answer: sayWithTopics(context, context.strings.gone), fallback: "gone" };
  if (isOneOf(caseActions, action)) return pressCase(turnContext, action, entry);
  if (isOneOf(messageActions, action)) return pressMessage(turnContext, { ...token, action }, entry);
  return press(turnContext, action, entry);
}

function isOneOf<T extends Token["action"]>(actions: readonly T[], action: Token["action"]): action is T {
  return actions.some((one) => one === action);
}

/** "Reach a person", which under suggestions is "none of these". */
function leadOn(turnContext: TurnContext, entry: Entry | undefined): ReplyDraft {
  const answer = leadToPerson(turnContext.context, entry ?? spokenOf(turnContext));
  return turnContext.state.fallback === "suggest" ? { answer, refusesAll: true } : { answer };
}

const caseActions = ["case", "fill", "edit", "door", "forget", "case-sent"] as const;
const messageActions = ["message", "message-other", "administrator"] as const;
const teamActions = ["take", "close", "reply", "relayed"] as const;
type ShowAction = "show" | "language" | "share" | "solved" | "stuck" | "other" | "sent";

/** An entry that was edited since may have another door than its button: then what else to check is shown. */
function pressCase(turnContext: TurnContext, action: (typeof caseActions)[number], entry: Entry): ReplyDraft {
  const about = caseEntryOf(entry);
  if (!about) return stayStuck(turnContext, entry);
  switch (action) {
    case "case":
    case "fill":
    case "edit":
      return openCase(turnContext, about);
    case "door":
      return openDoor(turnContext, about);
    case "forget":
      return forgetDraft(turnContext, about);
    case "case-sent":
      return sendCase(turnContext, about);
  }
}

function pressMessage(
  turnContext: TurnContext,
  { action, into }: Token & { readonly action: (typeof messageActions)[number] },
  entry: Entry,
): ReplyDraft {
  const { context } = turnContext;
  if (escalationOf(entry)?.to !== "administrator") return stayStuck(turnContext, entry);
  switch (action) {
    case "message":
      return openMessage(turnContext, entry, context.locale);
    case "message-other":
      return openMessage(turnContext, entry, otherMessage(context, entry, into));
    case "administrator":
      return { answer: showAdministratorSteps(context, entry) };
  }
}

function press(turnContext: TurnContext, action: ShowAction, entry: Entry): ReplyDraft {
  const about = caseEntryOf(entry);
  switch (action) {
    case "show":
    case "language":
      return open(turnContext, entry);
    case "share":
      return { answer: showEntry(turnContext.context, entry), isShared: true };
    case "solved":
      return solve(turnContext, entry);
    case "stuck":
      return stayStuck(turnContext, entry);
    case "other":
      return tryOthers(turnContext, entry);
    case "sent":
      return about ? sendCase(turnContext, about) : sendMessage(turnContext, entry);
  }
}

function sendMessage({ context }: TurnContext, entry: Entry): ReplyDraft {
  return {
    answer: sayAfter(context, context.strings.messageSent, entry),
    remember: { entry: entry.id, progress: "escalated" },
    facts: [{ kind: "sent", entry: entry.id, locale: context.locale }],
  };
}
