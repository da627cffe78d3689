import { pressButtons } from "../answer/answer.ts";
import { readToken } from "../answer/token.ts";
import type { Entry } from "../knowledge/entry.ts";
import { shorten } from "../lib/shorten.ts";
import type { Match } from "../matching/match.ts";
import { mask, withoutLabels } from "../safety/mask.ts";
import { greet, open, openHome, solve, spokenOf, stayStuck, tryOthers, worthOffering } from "./actions.ts";
import { answerPress } from "./answer-press.ts";
import type { Intent, RecognisedIntent } from "./recognise-intent.ts";
import { doorButtons } from "./replies/escalate.ts";
import { leadToPerson, sayAfter, sayAgain, sayWithTopics, suggest } from "./replies/lead-on.ts";
import { heardByTeam, relayToTeam } from "./team-turns.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Characters of a question that are kept to be handed over. */
const maxHandoverCharacters = 500;

/** Candidates remembered for "not what I meant". */
const maxOtherCandidates = 8;

interface Question {
  readonly text: string;
  readonly hasPicture: boolean;
}

/** Answers free words: a number or words for a button, a word about the conversation, or a question. */
export function answerQuestion(turnContext: TurnContext, question: Question): ReplyDraft {
  const { context, responder, state } = turnContext;
  const { text, hasPicture } = question;
  if (!/[\p{L}\p{N}]/u.test(text)) return askForWords(turnContext, hasPicture);

  const handover = heardByTeam(turnContext);
  if (handover) return relayToTeam(turnContext, handover, text);
  const number = responder.intents.optionNumber(text);
  if (number !== undefined && state.offered.length > 0) return choose(turnContext, number);
  const entry = spokenOf(turnContext);
  const implied = entry ? pressButtons(doorButtons(context, entry)) : [];
  const token = responder.intents.buttonToken(text, [...state.offered, ...implied]);
  if (token !== undefined) return answerPress(turnContext, token);
  const heard = responder.intents.intent(text);
  if (heard.intent) return answerTurn(turnContext, heard.intent, entry);
  return answerWords(turnContext, question, heard);
}

/** Words that mean nothing but what they say: the trouble spoken of, one of its options, or another question. */
function answerWords(
  turnContext: TurnContext,
  { text, hasPicture }: Question,
  heard: RecognisedIntent,
): ReplyDraft {
  const { context, responder } = turnContext;
  const entry = spokenOf(turnContext);
  const match = responder.match(withoutLabels(text));
  if (entry && saysItAgain(match, heard, entry)) return stayStuck(turnContext, entry);
  const option = entry && optionMeant(match, entry);
  if (option) return open(turnContext, context.knowledge.find(option) ?? entry);
  if (hasPicture && match.outcome !== "answer" && match.outcome !== "choice")
    return askForWords(turnContext, true);
  const answered = answerMatch(turnContext, match);
  return {
    ...answered,
    remember: {
      ...answered.remember,
      ...(turnContext.turn.team && { words: shorten(mask(text), maxHandoverCharacters) }),
    },
    facts: [{ kind: "asked", locale: context.locale }, ...(answered.facts ?? [])],
  };
}

function askForWords({ context }: TurnContext, hasPicture: boolean): ReplyDraft {
  const { picture, blank } = context.strings;
  if (hasPicture) return { answer: sayWithTopics(context, picture), fallback: "picture" };
  return { answer: sayWithTopics(context, blank), fallback: "blank" };
}

/** A number stands for one of the options that come first; any other says so and shows them again. */
function choose(turnContext: TurnContext, number: number): ReplyDraft {
  const { state, context } = turnContext;
  const { token = "" } = state.offered[number - 1] ?? {};
  if (readToken(token)?.action === "show") return answerPress(turnContext, token);
  return { answer: sayAgain(context, context.strings.noSuchNumber, state.offered), fallback: "number" };
}

function answerTurn(turnContext: TurnContext, turn: Intent, entry: Entry | undefined): ReplyDraft {
  const { context, state } = turnContext;
  switch (turn.kind) {
    case "solved":
      return solve(turnContext, entry);
    case "stuck":
      return entry ? stayStuck(turnContext, entry) : withoutEntry(turnContext);
    case "notMeant":
      return entry ? tryOthers(turnContext, entry) : withoutEntry(turnContext);
    case "yes":
      if (entry && state.asked === "worked") return solve(turnContext, entry);
      return entry && state.asked === "go-on" ? stayStuck(turnContext, entry) : thank(turnContext, entry);
    case "thanks":
      return thank(turnContext, entry);
    case "unsure":
      return helpDecide(turnContext);
    case "greeting":
      return greet(turnContext);
    case "language":
      return entry ? open(turnContext, entry) : greet(turnContext);
    case "person":
      return { answer: leadToPerson(context, entry), ...(entry && { unasked: "says" }) };
  }
}

/** "Still not working" with nothing spoken of: at the start it is a greeting, later it is for a person. */
function withoutEntry(turnContext: TurnContext): ReplyDraft {
  if (turnContext.state.at === undefined) return greet(turnContext);
  const said: ReplyDraft = { answer: leadToPerson(turnContext.context), fallback: "person" };
  return turnContext.state.fallback === "suggest" ? { ...said, refusesAll: true } : said;
}

function thank({ context }: TurnContext, entry: Entry | undefined): ReplyDraft {
  const { thanks, thanksFor } = context.strings;
  if (entry?.kind !== "answer") return { answer: sayAfter(context, thanks) };
  return { answer: sayAfter(context, thanksFor, entry), remember: { asked: "worked" } };
}

/** "I don't know" to a choice: its option that asks on, where it has one. */
function helpDecide(turnContext: TurnContext): ReplyDraft {
  const { state, context } = turnContext;
  const asksOn = state.offered.find(({ token }) => {
    const id = readToken(token)?.entry;
    return id !== undefined && id !== state.entry && context.knowledge.find(id)?.kind === "choice";
  });
  if (asksOn) return answerPress(turnContext, asksOn.token);
  const { refusesAll: _, ...said } = withoutEntry(turnContext);
  return said;
}

/** How sure, from 0 to 1, a question must be of another entry to leave the one that is spoken of. */
const sureOfAnother = 0.6;
const sureOfAnotherAfterNo = 0.9;
/** How near the entry spoken of must come to the best candidate for the words to be about it still. */
const nearBest = 0.25;

/** The same trouble told again, or in other words, after its answer: it did not help. */
function saysItAgain(match: Match, heard: RecognisedIntent, entry: Entry): boolean {
  if (entry.kind === "elsewhere") return false;
  if (entry.kind === "choice") return match.outcome === "choice" && match.entry === entry.id;
  const [best] = match.candidates;
  const sure = heard.isNegative ? sureOfAnotherAfterNo : sureOfAnother;
  if (!best || (best.entry !== entry.id && best.confidence >= sure)) return false;
  const own = match.candidates.find((candidate) => candidate.entry === entry.id)?.confidence ?? 0;
  if (own >= best.confidence * nearBest && own >= worthOffering) return true;
  return heard.isNegative && match.outcome !== "choice";
}

/** After a choice, words that are too few to be clear by themselves are enough among its options. */
function optionMeant(match: Match, entry: Entry): string | undefined {
  if (entry.kind !== "choice" || (match.outcome !== "suggest" && match.outcome !== "decline"))
    return undefined;
  const [first, second] = match.candidates.filter(({ entry: id }) => entry.options.includes(id));
  const isClear =
    first && first.confidence >= worthOffering && first.confidence >= 2 * (second?.confidence ?? 0);
  return isClear ? first.entry : undefined;
}

function answerMatch(turnContext: TurnContext, match: Match): ReplyDraft {
  const { context } = turnContext;
  const { knowledge, locale, strings } = context;
  const candidates = match.candidates
    .filter(({ confidence }) => confidence >= worthOffering)
    .slice(0, maxOtherCandidates)
    .map(({ entry }) => entry);
  switch (match.outcome) {
    case "answer":
    case "choice": {
      const entry = knowledge.find(match.entry);
      if (!entry) return openHome(turnContext);
      const said = open(turnContext, entry);
      return { ...said, remember: { ...said.remember, others: candidates.filter((id) => id !== entry.id) } };
    }
    case "suggest": {
      const entries = match.entries.flatMap((id) => knowledge.find(id) ?? []);
      const others = candidates.filter((id) => !match.entries.includes(id));
      return {
        answer: suggest(context, strings.suggest, entries),
        remember: { entry: undefined, progress: undefined, others },
        facts: [{ kind: "suggested", entries: match.entries, locale }],
        unasked: "guesses",
        fallback: "suggest",
      };
    }
    case "decline":
      return {
        answer: sayWithTopics(context, strings.decline),
        facts: [{ kind: "declined", locale }],
        fallback: "decline",
      };
  }
}
