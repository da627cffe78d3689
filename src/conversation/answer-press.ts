import { readToken, type Token } from "../answer/token.ts";
import type { Entry } from "../knowledge/entry.ts";
import { forgetDraft, openCase, openDoor, sendCase } from "./case-turns.ts";
import {
  greet,
  open,
  openHome,
  openMessage,
  solve,
  spokenOf,
  stayStuck,
  tryOthers,
} from "./moves.ts";
import { caseOf, escalationOf, otherMessage, showAdministratorSteps } from "./replies/escalate.ts";
import { leadToPerson, sayAfter, sayWithTopics } from "./replies/lead-on.ts";
import { showEntry } from "./replies/show-entry.ts";
import type { Moment, Said } from "./step.ts";
import { handOver, pressForTeam } from "./team-turns.ts";

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
  if (action === "take" || action === "close" || action === "reply" || action === "relayed")
    return pressForTeam(moment, action);
  if (!entry) return { answer: sayWithTopics(context, context.words.gone), fallback: "gone" };
  return press(moment, { ...token, action }, entry);
}

/** "Reach a person", which under suggestions is "none of these". */
function leadOn(moment: Moment, entry: Entry | undefined): Said {
  const answer = leadToPerson(moment.context, entry ?? spokenOf(moment));
  return moment.state.fallback === "suggest" ? { answer, refusesAll: true } : { answer };
}

type PressedToken = Token & {
  readonly action: Exclude<Token["action"], "home" | "person" | "ask" | "remove" | "team" | "take" | "close" | "reply" | "relayed">;
};

/** An entry that was edited since may have another door than its button: then what it has now is shown. */
function press(moment: Moment, { action, into }: PressedToken, entry: Entry): Said {
  const { context } = moment;
  const escalation = escalationOf(entry);
  const about = caseOf(entry);
  switch (action) {
    case "show":
    case "language":
      return open(moment, entry);
    case "share":
      return { answer: showEntry(context, entry), isShared: true };
    case "solved":
      return solve(moment, entry);
    case "stuck":
      return stayStuck(moment, entry);
    case "other":
      return tryOthers(moment, entry);
    case "case":
    case "fill":
    case "edit":
      return about ? openCase(moment, about) : stayStuck(moment, entry);
    case "door":
      return about ? openDoor(moment, about) : stayStuck(moment, entry);
    case "forget":
      return about ? forgetDraft(moment, about) : stayStuck(moment, entry);
    case "case-sent":
      return about ? sendCase(moment, about) : stayStuck(moment, entry);
    case "message":
      if (escalation?.to !== "administrator") return stayStuck(moment, entry);
      return openMessage(moment, entry, context.locale);
    case "message-other":
      if (escalation?.to !== "administrator") return stayStuck(moment, entry);
      return openMessage(moment, entry, otherMessage(context, entry, into));
    case "administrator":
      if (escalation?.to !== "administrator") return stayStuck(moment, entry);
      return { answer: showAdministratorSteps(context, entry) };
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
