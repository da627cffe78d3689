import { readToken, type Token } from "../answer/token.ts";
import type { Entry } from "../knowledge/entry.ts";
import { greet, open, openHome, openMessage, solve, spokenOf, stayStuck, tryOthers } from "./actions.ts";
import { forgetDraft, openCase, openDoor, sendCase } from "./case-turns.ts";
import { caseEntryOf, escalationOf, otherMessage, showAdministratorSteps } from "./replies/escalate.ts";
import { leadToPerson, sayAfter, sayWithTopics } from "./replies/lead-on.ts";
import { showEntry } from "./replies/show-entry.ts";
import { handOver, pressForTeam } from "./team-turns.ts";
import type { Moment, Said } from "./types.ts";

/** Does what a button says, on a message of any age; a token that can't be read says so and leads on. */
export function answerPress(moment: Moment, raw: string): Said {
  const { context } = moment;
  const token = readToken(raw);
  if (!token)
    return { answer: sayWithTopics(context, context.words.unknownButton), fallback: "unknown-button" };

  const { action } = token;
  const entry = token.entry === undefined ? undefined : context.knowledge.find(token.entry);
  if (action === "home" || (action === "language" && token.entry === undefined)) return openHome(moment);
  if (action === "person") return leadOn(moment, entry);
  if (action === "ask") return greet(moment);
  if (action === "remove") return { answer: sayAfter(context, context.words.removeNotYours) };
  if (action === "team") return handOver(moment, entry ?? spokenOf(moment));
  if (isOneOf(teamActions, action)) return pressForTeam(moment, action);
  if (!entry) return { answer: sayWithTopics(context, context.words.gone), fallback: "gone" };
  if (isOneOf(caseActions, action)) return pressCase(moment, action, entry);
  if (isOneOf(messageActions, action)) return pressMessage(moment, { ...token, action }, entry);
  return press(moment, action, entry);
}

function isOneOf<T extends Token["action"]>(actions: readonly T[], action: Token["action"]): action is T {
  return actions.some((one) => one === action);
}

/** "Reach a person", which under suggestions is "none of these". */
function leadOn(moment: Moment, entry: Entry | undefined): Said {
  const answer = leadToPerson(moment.context, entry ?? spokenOf(moment));
  return moment.state.fallback === "suggest" ? { answer, refusesAll: true } : { answer };
}

const caseActions = ["case", "fill", "edit", "door", "forget", "case-sent"] as const;
const messageActions = ["message", "message-other", "administrator"] as const;
const teamActions = ["take", "close", "reply", "relayed"] as const;
type ShowAction = "show" | "language" | "share" | "solved" | "stuck" | "other" | "sent";

/** An entry that was edited since may have another door than its button: then what else to check is shown. */
function pressCase(moment: Moment, action: (typeof caseActions)[number], entry: Entry): Said {
  const about = caseEntryOf(entry);
  if (!about) return stayStuck(moment, entry);
  switch (action) {
    case "case":
    case "fill":
    case "edit":
      return openCase(moment, about);
    case "door":
      return openDoor(moment, about);
    case "forget":
      return forgetDraft(moment, about);
    case "case-sent":
      return sendCase(moment, about);
  }
}

function pressMessage(
  moment: Moment,
  { action, into }: Token & { readonly action: (typeof messageActions)[number] },
  entry: Entry,
): Said {
  const { context } = moment;
  if (escalationOf(entry)?.to !== "administrator") return stayStuck(moment, entry);
  switch (action) {
    case "message":
      return openMessage(moment, entry, context.locale);
    case "message-other":
      return openMessage(moment, entry, otherMessage(context, entry, into));
    case "administrator":
      return { answer: showAdministratorSteps(context, entry) };
  }
}

function press(moment: Moment, action: ShowAction, entry: Entry): Said {
  const about = caseEntryOf(entry);
  switch (action) {
    case "show":
    case "language":
      return open(moment, entry);
    case "share":
      return { answer: showEntry(moment.context, entry), isShared: true };
    case "solved":
      return solve(moment, entry);
    case "stuck":
      return stayStuck(moment, entry);
    case "other":
      return tryOthers(moment, entry);
    case "sent":
      return about ? sendCase(moment, about) : sendMessage(moment, entry);
  }
}

function sendMessage({ context }: Moment, entry: Entry): Said {
  return {
    answer: sayAfter(context, context.words.messageSent, entry),
    remember: { entry: entry.id, progress: "escalated" },
    facts: [{ kind: "sent", entry: entry.id, locale: context.locale }],
  };
}
