import { pressButtons } from "../answer/answer.ts";
import { type Action, readToken } from "../answer/token.ts";
import type { Entry } from "../knowledge/entry.ts";
import { shorten } from "../lib/shorten.ts";
import type { Match } from "../matching/match.ts";
import { mask, withoutLabels } from "../safety/mask.ts";
import { currentEntry, escalate, greet, minOfferConfidence } from "./actions.ts";
import { answerForeign } from "./answer-foreign.ts";
import { answerIntent } from "./answer-intent.ts";
import { answerMatch, declineVague, isUnasked } from "./answer-match.ts";
import { answerPress } from "./answer-press.ts";
import { answerFollowUp, answerStepNumber } from "./follow-ups/answer-follow-up.ts";
import type { FollowUp } from "./follow-ups/evidence.ts";
import { openKept } from "./kept-turns.ts";
import { openEntry } from "./open-entry.ts";
import type { RecognisedIntent } from "./recognise-intent.ts";
import { lastOption } from "./recognise-option.ts";
import { sayWithOffered, sayWithTopics } from "./replies/short-answers.ts";
import { allEscalationButtons } from "./replies/show-escalation.ts";
import { asksToPick } from "./screen.ts";
import { answerWaiting, noteTrouble } from "./several-troubles.ts";
import { answerShortWord } from "./short-words.ts";
import { reasonForQuiet } from "./speak-unasked.ts";
import { tellOfRequest } from "./tell-of-request.ts";
import type { ReplyDraft, Turn, TurnContext } from "./types.ts";

/** Maximum characters of a question that are kept for a handover. */
const maxHandoverCharacters = 500;

export interface Question {
  readonly text: string;
  readonly hasPicture: boolean;
}

/** Answers free text: the number or label of a button, an intent such as "thanks", or a question. */
export function answerQuestion(turnContext: TurnContext, question: Question): ReplyDraft {
  const { context, responder, state } = turnContext;
  const { text } = question;
  if (!/[\p{L}\p{N}]/u.test(text)) return answerWithoutWords(turnContext, question);

  const recognised = recogniseHere(turnContext, text);
  if (recognised.intent?.kind === "kept") return openKept(turnContext);
  const number = responder.intents.optionNumber(text);
  const entry = currentEntry(turnContext);
  const step =
    number === undefined || asksToPick(state) ? undefined : answerStepNumber(turnContext, entry, number);
  if (step) return step;
  if (number !== undefined && state.offered.length > 0) return pickOption(turnContext, number);
  const implied = entry ? pressButtons(allEscalationButtons(context, entry)) : [];
  const isWhole = recognised.intent !== undefined;
  const token = responder.intents.buttonToken(text, [...state.offered, ...implied], isWhole);
  if (token !== undefined) return answerPress(turnContext, token);
  if (recognised.isNo) return answerShortWord(turnContext, "no");
  if (recognised.intent) return answerIntent(turnContext, recognised.intent, entry);
  return answerFreeText(turnContext, question, recognised);
}

/** Who asks for news asks about a step, unless the team has a question of theirs. */
function recogniseHere(turnContext: TurnContext, text: string): RecognisedIntent {
  const recognised = turnContext.responder.intents.recognise(text);
  const { intent, ...others } = recognised;
  return intent?.kind === "news" && !tellOfRequest(turnContext) ? others : recognised;
}

/** Answers text that is neither a button nor an intent, and remembers what it tells by the way. */
function answerFreeText(
  turnContext: TurnContext,
  question: Question,
  recognised: RecognisedIntent,
): ReplyDraft {
  const { state, responder } = turnContext;
  const told = { ...state.told, ...responder.hear(question.text) };
  const calm = { ...question, text: responder.intents.withoutAnger(question.text) };
  const draft = answerProblem({ ...turnContext, state: { ...state, told } }, calm, recognised);
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
  const foreign = turnContext.turn.addressed ? answerForeign(turnContext, match, text) : undefined;
  const aboutShown =
    entry && !foreign ? answerAboutShown(turnContext, { text, match, recognised, entry }) : undefined;
  if (aboutShown) return aboutShown;
  if (hasPicture && match.outcome !== "answer" && match.outcome !== "choice")
    return askForText(turnContext, true);
  const keptQuiet = reasonToKeepQuiet(turnContext, match, text);
  const { unprompted, ...answered } =
    foreign ??
    answerWaiting(turnContext, match) ??
    answerMatch(turnContext, declineVague(turnContext, match, text));
  return {
    ...answered,
    stateChanges: {
      ...answered.stateChanges,
      ...(isPassedOn(turnContext.turn) && { words: shorten(mask(text), maxHandoverCharacters) }),
    },
    facts: [{ kind: "asked", locale: context.locale }, ...(answered.facts ?? [])],
    ...(keptQuiet ? { keptQuiet } : unprompted && { unprompted }),
  };
}

/** What a text says of the entry that was shown: one more trouble, a question about it, that it did not help, an option. */
function answerAboutShown(turnContext: TurnContext, followUp: FollowUp): ReplyDraft | undefined {
  const { text, match, recognised, entry } = followUp;
  if (isToldInOtherLanguage(turnContext, match, entry)) return openEntry(turnContext, entry);
  const known =
    noteTrouble(turnContext, { text, match, current: entry }) ??
    unlessNotOnPage(followUp, answerFollowUp(turnContext, followUp));
  if (known) return known;
  if (repeatsProblem(match, recognised, entry)) return escalate(turnContext, entry);
  const option = likelyOption(match, entry);
  return option === undefined
    ? undefined
    : openEntry(turnContext, turnContext.context.knowledge.find(option) ?? entry);
}

/** Whether the trouble that was answered is told again in another language: that is asked for so. */
function isToldInOtherLanguage({ state, context }: TurnContext, match: Match, entry: Entry): boolean {
  const isSame = (match.outcome === "answer" || match.outcome === "choice") && match.entry === entry.id;
  return isSame && state.locale !== undefined && state.locale !== context.locale;
}

/** What is not on a page about something else may be anything, and is read anew, unless it leads to the same page. */
function unlessNotOnPage({ entry, match }: FollowUp, draft: ReplyDraft | undefined): ReplyDraft | undefined {
  const isMissing = draft?.facts?.some((fact) => fact.kind === "asked-back" && fact.part === "none");
  const isSamePage = match.outcome === "answer" && match.entry === entry.id;
  return entry.kind === "elsewhere" && isMissing && !isSamePage ? undefined : draft;
}

/** Whether the question may be shown to others later: to the team, or with a shared answer. */
function isPassedOn({ team, place }: Turn): boolean {
  return team !== undefined || place === "aside";
}

/** Why the bot says nothing to a new message that did not address it; undefined for all others. */
function reasonToKeepQuiet({ turn, context, responder }: TurnContext, match: Match, text: string) {
  const { mode } = turn;
  if (!isUnasked(turn) || mode === undefined || mode === "mentions") return undefined;
  return reasonForQuiet(match, { text, mode, knowledge: context.knowledge, asks: responder.asks });
}

/** A bare mention is greeted; of signs alone, or a picture, the words are asked for. */
function answerWithoutWords(turnContext: TurnContext, { text, hasPicture }: Question): ReplyDraft {
  const isBare = text.trim() === "" && !hasPicture;
  return isBare && turnContext.turn.addressed ? greet(turnContext) : askForText(turnContext, hasPicture);
}

function askForText({ context }: TurnContext, hasPicture: boolean): ReplyDraft {
  const sentence = hasPicture ? "picture" : "blank";
  return {
    answer: sayWithTopics(context, context.strings[sentence]),
    screen: { kind: "topics", sentence },
    fallback: sentence,
  };
}

/** What no number does: it deletes something, or says that something was done. */
const neverByNumber: readonly (Action | undefined)[] = [
  "forget",
  "forget-all",
  "sent",
  "case-sent",
  "solved",
];

/** Picks an option by its number. For a number without an option, says so and shows the options again. */
function pickOption(turnContext: TurnContext, number: number): ReplyDraft {
  const { state, context } = turnContext;
  const isOption = ({ token }: { readonly token: string }) => readToken(token)?.action === "show";
  const end = state.offered.findIndex((one) => !isOption(one));
  const options = end < 0 ? state.offered : state.offered.slice(0, end);
  const picked = number === lastOption ? options.at(-1) : state.offered[number - 1];
  const action = picked && readToken(picked.token)?.action;
  const isPicked = asksToPick(state) ? !neverByNumber.includes(action) : action === "show";
  if (picked && isPicked) return answerPress(turnContext, picked.token);
  return {
    answer: sayWithOffered(context, context.strings.noSuchNumber, state.offered),
    ...(state.screen && { screen: state.screen }),
    fallback: "number",
  };
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
