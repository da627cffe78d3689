import { readToken, type Token } from "../answer/token.ts";
import type { Entry } from "../knowledge/entry.ts";
import { open, openHome, solve, stayStuck, tryOthers } from "./moves.ts";
import { escalationOf, showAdministratorSteps, showCase, showMessage } from "./replies/escalate.ts";
import { leadToPerson, sayAfter, sayWithTopics } from "./replies/lead-on.ts";
import type { Moment, Said } from "./step.ts";

/** Does what a button says, on a message of any age; a token that can't be read says so and leads on. */
export function answerPress(moment: Moment, raw: string): Said {
  const { context } = moment;
  const token = readToken(raw);
  if (!token)
    return { answer: sayWithTopics(context, context.words.unknownButton), fallback: "unknown-button" };
  if (token.action === "home") return openHome(moment);
  const entry = token.entry === undefined ? undefined : context.knowledge.find(token.entry);
  if (token.action === "person") return { answer: leadToPerson(context, entry ?? spokenOf(moment)) };
  if (!entry) return { answer: sayWithTopics(context, context.words.gone), fallback: "gone" };
  return press(moment, token.action, entry);
}

function press(moment: Moment, action: Exclude<Token["action"], "home" | "person">, entry: Entry): Said {
  switch (action) {
    case "show":
      return open(moment, entry);
    case "solved":
      return solve(moment, entry);
    case "stuck":
      return stayStuck(moment, entry);
    case "other":
      return tryOthers(moment, entry);
    case "case":
      return openCase(moment, entry);
    case "message":
      return openMessage(moment, entry, "own");
    case "message-other":
      return openMessage(moment, entry, "other");
    case "administrator":
      return openAdministratorSteps(moment, entry);
    case "sent":
      return send(moment, entry);
  }
}

function spokenOf({ state, context }: Moment): Entry | undefined {
  return state.entry === undefined ? undefined : context.knowledge.find(state.entry);
}

/** An entry that was edited since may have another door: then that one is shown. */
function openCase(moment: Moment, entry: Entry): Said {
  const escalation = escalationOf(entry);
  if (escalation?.to !== "aws-case") return stayStuck(moment, entry);
  return {
    answer: showCase(moment.context, entry, escalation),
    remember: { entry: entry.id, progress: "escalated" },
    facts: [{ kind: "drafted", entry: entry.id, locale: moment.context.locale }],
  };
}

function openMessage(moment: Moment, entry: Entry, language: "own" | "other"): Said {
  if (escalationOf(entry)?.to !== "administrator") return stayStuck(moment, entry);
  return {
    answer: showMessage(moment.context, entry, language),
    remember: { entry: entry.id, progress: "escalated" },
    facts: [{ kind: "drafted", entry: entry.id, locale: moment.context.locale }],
  };
}

function openAdministratorSteps(moment: Moment, entry: Entry): Said {
  if (escalationOf(entry)?.to !== "administrator") return stayStuck(moment, entry);
  return { answer: showAdministratorSteps(moment.context, entry) };
}

function send({ context }: Moment, entry: Entry): Said {
  const { caseSent, messageSent } = context.words;
  const sentence = escalationOf(entry)?.to === "administrator" ? messageSent : caseSent;
  return {
    answer: sayAfter(context, sentence, entry),
    remember: { entry: entry.id, progress: "escalated" },
    facts: [{ kind: "sent", entry: entry.id, locale: context.locale }],
  };
}
