import { pressButtons } from "../answer/answer.ts";
import { readToken } from "../answer/token.ts";
import type { Entry } from "../knowledge/entry.ts";
import { shorten } from "../lib/shorten.ts";
import type { Match } from "../matching/match.ts";
import { mask, withoutLabels } from "../safety/mask.ts";
import { currentEntry, escalate, greet, markSolved, minOfferConfidence, suggestOthers } from "./actions.ts";
import { answerMatch, isUnasked } from "./answer-match.ts";
import { answerPress } from "./answer-press.ts";
import { forgetAll, keepAll, openKept } from "./kept-turns.ts";
import { openEntry } from "./open-entry.ts";
import type { Intent, RecognisedIntent } from "./recognise-intent.ts";
import { relayToTeam } from "./relay-words.ts";
import { sayWithFeedback, sayWithOffered, sayWithTopics, showWaysToPerson } from "./replies/short-answers.ts";
import { allEscalationButtons } from "./replies/show-escalation.ts";
import { reasonForQuiet } from "./speak-unasked.ts";
import { openHandoverFor } from "./team-turns.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Maximum characters of a question that are kept for a handover. */
const maxHandoverCharacters = 500;

interface Question {
  readonly text: string;
  readonly hasPicture: boolean;
}

/** Answers free text: the number or label of a button, an intent such as "thanks", or a question. */
export function answerQuestion(turnContext: TurnContext, question: Question): ReplyDraft {
  const { context, responder, state } = turnContext;
  const { text, hasPicture } = question;
  if (!/[\p{L}\p{N}]/u.test(text)) return askForText(turnContext, hasPicture);

  const recognised = responder.intents.recognise(text);
  if (recognised.intent?.kind === "kept") return openKept(turnContext);
  const handover = openHandoverFor(turnContext);
  if (handover) return relayToTeam(turnContext, handover, text);
  const number = responder.intents.optionNumber(text);
  if (number !== undefined && state.offered.length > 0) return pickOption(turnContext, number);
  const entry = currentEntry(turnContext);
  const implied = entry ? pressButtons(allEscalationButtons(context, entry)) : [];
  const token = responder.intents.buttonToken(text, [...state.offered, ...implied]);
  if (token !== undefined) return answerPress(turnContext, token);
  if (state.asked === "forget" && recognised.isNo) return keepAll(turnContext);
  if (recognised.intent) return answerIntent(turnContext, recognised.intent, entry);
  return answerFreeText(turnContext, question, recognised);
}

/** Answers text that is neither a button nor an intent, and remembers what it tells by the way. */
function answerFreeText(
  turnContext: TurnContext,
  question: Question,
  recognised: RecognisedIntent,
): ReplyDraft {
  const { state, responder } = turnContext;
  const told = { ...state.told, ...responder.hear(question.text) };
  const draft = answerProblem({ ...turnContext, state: { ...state, told } }, question, recognised);
  return { ...draft, stateChanges: { told, ...draft.stateChanges } };
}

/** The text is about the current problem, one of its options, or another question. */
function answerProblem(
  turnContext: TurnContext,
  { text, hasPicture }: Question,
  recognised: RecognisedIntent,
): ReplyDraft {
  const { context, responder } = turnContext;
  const entry = currentEntry(turnContext);
  const match = responder.match(withoutLabels(text));
  if (entry && repeatsProblem(match, recognised, entry)) return escalate(turnContext, entry);
  const option = entry && likelyOption(match, entry);
  if (option) return openEntry(turnContext, context.knowledge.find(option) ?? entry);
  if (hasPicture && match.outcome !== "answer" && match.outcome !== "choice")
    return askForText(turnContext, true);
  const keptQuiet = reasonToKeepQuiet(turnContext, match, text);
  const { unprompted, ...answered } = answerMatch(turnContext, match);
  return {
    ...answered,
    stateChanges: {
      ...answered.stateChanges,
      ...(turnContext.turn.team && { words: shorten(mask(text), maxHandoverCharacters) }),
    },
    facts: [{ kind: "asked", locale: context.locale }, ...(answered.facts ?? [])],
    ...(keptQuiet ? { keptQuiet } : unprompted && { unprompted }),
  };
}

/** Why the bot says nothing to a new message that did not address it; undefined for all others. */
function reasonToKeepQuiet({ turn, context, responder }: TurnContext, match: Match, text: string) {
  const { mode } = turn;
  if (!isUnasked(turn) || mode === undefined || mode === "mentions") return undefined;
  return reasonForQuiet(match, { text, mode, knowledge: context.knowledge, asks: responder.asks });
}

function askForText({ context }: TurnContext, hasPicture: boolean): ReplyDraft {
  const { picture, blank } = context.strings;
  if (hasPicture) return { answer: sayWithTopics(context, picture), fallback: "picture" };
  return { answer: sayWithTopics(context, blank), fallback: "blank" };
}

/** Picks an option by its number. For a number without an option, says so and shows the options again. */
function pickOption(turnContext: TurnContext, number: number): ReplyDraft {
  const { state, context } = turnContext;
  const { token = "" } = state.offered[number - 1] ?? {};
  if (readToken(token)?.action === "show") return answerPress(turnContext, token);
  return { answer: sayWithOffered(context, context.strings.noSuchNumber, state.offered), fallback: "number" };
}

function answerIntent(turnContext: TurnContext, intent: Intent, entry: Entry | undefined): ReplyDraft {
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
    case "yes":
      return answerYes(turnContext, entry);
    case "thanks":
      return thank(turnContext, entry);
    case "unsure":
      return answerUnsure(turnContext);
    case "greeting":
      return greet(turnContext);
    case "language":
      return entry ? openEntry(turnContext, entry) : greet(turnContext);
    case "person":
      return { answer: showWaysToPerson(context, entry), ...(entry && { unprompted: "sure" }) };
  }
}

/** Yes to the bot's last question, or else agreement. */
function answerYes(turnContext: TurnContext, entry: Entry | undefined): ReplyDraft {
  const { asked } = turnContext.state;
  if (asked === "forget") return forgetAll(turnContext);
  if (entry && asked === "worked") return markSolved(turnContext, entry);
  return entry && asked === "go-on" ? escalate(turnContext, entry) : thank(turnContext, entry);
}

/** "Still not working" without a current entry: a greeting at the start, later a way to a person. */
function answerWithoutEntry(turnContext: TurnContext): ReplyDraft {
  if (turnContext.state.at === undefined) return greet(turnContext);
  const draft: ReplyDraft = { answer: showWaysToPerson(turnContext.context), fallback: "person" };
  return turnContext.state.fallback === "suggest" ? { ...draft, rejectsSuggestions: true } : draft;
}

function thank({ context }: TurnContext, entry: Entry | undefined): ReplyDraft {
  const { thanks, thanksFor } = context.strings;
  if (entry?.kind !== "answer") return { answer: sayWithFeedback(context, thanks) };
  return { answer: sayWithFeedback(context, thanksFor, entry), stateChanges: { asked: "worked" } };
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

/** The confidence (0 to 1) in another entry at which a question leaves the current one. */
const leaveConfidence = 0.6;
const leaveConfidenceAfterNo = 0.9;
/**
 * If the current entry reaches this share of the best candidate's confidence, the text is still about it.
 */
const stayShare = 0.25;

/** Whether the text describes the current problem again: then the answer did not help. */
function repeatsProblem(match: Match, recognised: RecognisedIntent, entry: Entry): boolean {
  if (entry.kind === "elsewhere") return false;
  if (entry.kind === "choice") return match.outcome === "choice" && match.entry === entry.id;
  const [best] = match.candidates;
  const sure = recognised.isNegative ? leaveConfidenceAfterNo : leaveConfidence;
  if (!best || (best.entry !== entry.id && best.confidence >= sure)) return false;
  const own = match.candidates.find((candidate) => candidate.entry === entry.id)?.confidence ?? 0;
  if (own >= best.confidence * stayShare && own >= minOfferConfidence) return true;
  return recognised.isNegative && match.outcome !== "choice";
}

/** After a choice, a text that is too vague by itself may be clear among the options. */
function likelyOption(match: Match, entry: Entry): string | undefined {
  if (entry.kind !== "choice" || (match.outcome !== "suggest" && match.outcome !== "decline"))
    return undefined;
  const [first, second] = match.candidates.filter(({ entry: id }) => entry.options.includes(id));
  const isClear =
    first && first.confidence >= minOfferConfidence && first.confidence >= 2 * (second?.confidence ?? 0);
  return isClear ? first.entry : undefined;
}
