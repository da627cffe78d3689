import { readToken } from "../answer/token.ts";
import type { Entry } from "../knowledge/entry.ts";
import { escalate, greet, markSolved, openHome, suggestOthers } from "./actions.ts";
import { answerAnger } from "./answer-anger.ts";
import { isUnasked } from "./answer-match.ts";
import { answerPress } from "./answer-press.ts";
import { openKept } from "./kept-turns.ts";
import { openEntry } from "./open-entry.ts";
import type { Intent } from "./recognise-intent.ts";
import { showWaysToPerson } from "./replies/short-answers.ts";
import { pickOne, topics } from "./short-replies.ts";
import { answerShortWord } from "./short-words.ts";
import { showAgain, showScreen } from "./show-again.ts";
import { tellOfRequest } from "./tell-of-request.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Answers what a message says about the conversation itself. */
export function answerIntent(turnContext: TurnContext, intent: Intent, entry: Entry | undefined): ReplyDraft {
  const { context } = turnContext;
  switch (intent.kind) {
    case "solved":
      return markSolved(turnContext, entry);
    case "stuck":
      return entry ? escalate(turnContext, entry) : answerWithoutEntry(turnContext);
    case "notMeant":
      return entry ? suggestOthers(turnContext, entry) : answerWithoutEntry(turnContext);
    case "kept":
      return openKept(turnContext);
    case "help":
      return answerHelp(turnContext);
    case "about":
      return answerAbout(turnContext);
    case "anger":
      return answerAnger(turnContext);
    case "yes":
    case "ok":
    case "later":
    case "thanks":
      return answerShortWord(turnContext, intent.kind);
    case "unsure":
      return answerUnsure(turnContext);
    case "confused":
      return answerConfused(turnContext, entry);
    case "news":
      return tellOfRequest(turnContext) ?? greet(turnContext);
    case "greeting":
      return tellOfRequest(turnContext, recentMs) ?? greet(turnContext);
    case "language": {
      const { screen } = turnContext.state;
      const again = screen && showAgain(turnContext, screen);
      if (again) return again;
      return entry ? openEntry(turnContext, entry) : greet(turnContext);
    }
    case "person":
      return {
        answer: showWaysToPerson(context, entry),
        screen: { kind: "person", entry: entry?.id },
        ...(entry && { unprompted: "sure" }),
      };
  }
}

/** The topics; where nobody addressed the bot, only in a conversation of its own. */
function answerHelp(turnContext: TurnContext): ReplyDraft {
  const { unprompted, ...draft } = openHome(turnContext);
  return isUnasked(turnContext.turn) ? draft : { ...draft, ...(unprompted && { unprompted }) };
}

/** What the bot is. In a channel, who began the conversation may ask that like anything else. */
function answerAbout(turnContext: TurnContext): ReplyDraft {
  return {
    ...showScreen(turnContext, { kind: "about" }),
    ...(turnContext.turn.owner !== undefined && { unprompted: "sure" }),
  };
}

/** "Still not working" without a current entry: a greeting at the start, later a way to a person. */
function answerWithoutEntry(turnContext: TurnContext): ReplyDraft {
  if (turnContext.state.at === undefined) return greet(turnContext);
  const draft: ReplyDraft = {
    answer: showWaysToPerson(turnContext.context),
    screen: { kind: "person" },
    fallback: "person",
  };
  return turnContext.state.fallback === "suggest" ? { ...draft, rejectsSuggestions: true } : draft;
}

/** A "hello?" within a day of a question to the team asks for its answer, in milliseconds. */
const recentMs = 24 * 3_600_000;

/** Steps are taken one by one; of a choice, its option that asks further. */
function answerConfused(turnContext: TurnContext, entry: Entry | undefined): ReplyDraft {
  const { screen } = turnContext.state;
  if (entry?.kind === "answer")
    return {
      ...showScreen(turnContext, { kind: "said", sentence: "confused", entry: entry.id }),
      unprompted: "sure",
    };
  if (entry?.kind === "choice") return answerUnsure(turnContext);
  const isAsked = screen?.kind === "guesses" || screen?.kind === "several";
  return isAsked ? pickOne(turnContext) : topics(turnContext, "inOwnWords");
}

/** "I don't know" to a choice: its option that asks further, if there is one. */
function answerUnsure(turnContext: TurnContext): ReplyDraft {
  const { state, context } = turnContext;
  const nextChoice = state.offered.find(({ token }) => {
    const id = readToken(token)?.entry;
    return id !== undefined && id !== state.entry && context.knowledge.find(id)?.kind === "choice";
  });
  if (nextChoice) return answerPress(turnContext, nextChoice.token);
  const { rejectsSuggestions: _, ...draft } = answerWithoutEntry(turnContext);
  return draft;
}
