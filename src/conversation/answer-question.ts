import { pressButtons } from "../answer/answer.ts";
import { readToken } from "../answer/token.ts";
import type { Entry } from "../knowledge/entry.ts";
import { shorten } from "../lib/shorten.ts";
import type { Match } from "../matching/match.ts";
import { mask, withoutLabels } from "../safety/mask.ts";
import { greet, open, openHome, solve, spokenOf, stayStuck, tryOthers, worthOffering } from "./actions.ts";
import { answerPress } from "./answer-press.ts";
import type { Heard, Turn } from "./recognise-intent.ts";
import { doorButtons } from "./replies/escalate.ts";
import { leadToPerson, sayAfter, sayAgain, sayWithTopics, suggest } from "./replies/lead-on.ts";
import { heardByTeam, relayToTeam } from "./team-turns.ts";
import type { Moment, Said } from "./types.ts";

/** Characters of a question that are kept to be handed over. */
const wordsKept = 500;

/** Candidates remembered for "not what I meant". */
const remembered = 8;

interface Question {
  readonly text: string;
  readonly hasPicture: boolean;
}

/** Answers free words: a number or words for a button, a word about the conversation, or a question. */
export function answerQuestion(moment: Moment, question: Question): Said {
  const { context, mind, state } = moment;
  const { text, hasPicture } = question;
  if (!/[\p{L}\p{N}]/u.test(text)) return askForWords(moment, hasPicture);

  const handover = heardByTeam(moment);
  if (handover) return relayToTeam(moment, handover, text);
  const number = mind.hear.number(text);
  if (number !== undefined && state.offered.length > 0) return choose(moment, number);
  const entry = spokenOf(moment);
  const implied = entry ? pressButtons(doorButtons(context, entry)) : [];
  const token = mind.hear.button(text, [...state.offered, ...implied]);
  if (token !== undefined) return answerPress(moment, token);
  const heard = mind.hear.turn(text);
  if (heard.turn) return answerTurn(moment, heard.turn, entry);
  return answerWords(moment, question, heard);
}

/** Words that mean nothing but what they say: the trouble spoken of, one of its options, or another question. */
function answerWords(moment: Moment, { text, hasPicture }: Question, heard: Heard): Said {
  const { context, mind } = moment;
  const entry = spokenOf(moment);
  const match = mind.match(withoutLabels(text));
  if (entry && saysItAgain(match, heard, entry)) return stayStuck(moment, entry);
  const option = entry && optionMeant(match, entry);
  if (option) return open(moment, context.knowledge.find(option) ?? entry);
  if (hasPicture && match.outcome !== "answer" && match.outcome !== "choice")
    return askForWords(moment, true);
  const answered = answerMatch(moment, match);
  return {
    ...answered,
    remember: { ...answered.remember, ...(moment.turn.team && { words: shorten(mask(text), wordsKept) }) },
    facts: [{ kind: "asked", locale: context.locale }, ...(answered.facts ?? [])],
  };
}

function askForWords({ context }: Moment, hasPicture: boolean): Said {
  const { picture, blank } = context.words;
  if (hasPicture) return { answer: sayWithTopics(context, picture), fallback: "picture" };
  return { answer: sayWithTopics(context, blank), fallback: "blank" };
}

/** A number stands for one of the options that come first; any other says so and shows them again. */
function choose(moment: Moment, number: number): Said {
  const { state, context } = moment;
  const { token = "" } = state.offered[number - 1] ?? {};
  if (readToken(token)?.action === "show") return answerPress(moment, token);
  return { answer: sayAgain(context, context.words.noSuchNumber, state.offered), fallback: "number" };
}

function answerTurn(moment: Moment, turn: Turn, entry: Entry | undefined): Said {
  const { context, state } = moment;
  switch (turn.kind) {
    case "solved":
      return solve(moment, entry);
    case "stuck":
      return entry ? stayStuck(moment, entry) : withoutEntry(moment);
    case "notMeant":
      return entry ? tryOthers(moment, entry) : withoutEntry(moment);
    case "yes":
      if (entry && state.asked === "worked") return solve(moment, entry);
      return entry && state.asked === "go-on" ? stayStuck(moment, entry) : thank(moment, entry);
    case "thanks":
      return thank(moment, entry);
    case "unsure":
      return helpDecide(moment);
    case "greeting":
      return greet(moment);
    case "language":
      return entry ? open(moment, entry) : greet(moment);
    case "person":
      return { answer: leadToPerson(context, entry), ...(entry && { unasked: "says" }) };
  }
}

/** "Still not working" with nothing spoken of: at the start it is a greeting, later it is for a person. */
function withoutEntry(moment: Moment): Said {
  if (moment.state.at === undefined) return greet(moment);
  const said: Said = { answer: leadToPerson(moment.context), fallback: "person" };
  return moment.state.fallback === "suggest" ? { ...said, refusesAll: true } : said;
}

function thank({ context }: Moment, entry: Entry | undefined): Said {
  const { thanks, thanksFor } = context.words;
  if (entry?.kind !== "answer") return { answer: sayAfter(context, thanks) };
  return { answer: sayAfter(context, thanksFor, entry), remember: { asked: "worked" } };
}

/** "I don't know" to a choice: its option that asks on, where it has one. */
function helpDecide(moment: Moment): Said {
  const { state, context } = moment;
  const asksOn = state.offered.find(({ token }) => {
    const id = readToken(token)?.entry;
    return id !== undefined && id !== state.entry && context.knowledge.find(id)?.kind === "choice";
  });
  if (asksOn) return answerPress(moment, asksOn.token);
  const { refusesAll: _, ...said } = withoutEntry(moment);
  return said;
}

/** How sure, from 0 to 1, a question must be of another entry to leave the one that is spoken of. */
const sureOfAnother = 0.6;
const sureOfAnotherAfterNo = 0.9;
/** How near the entry spoken of must come to the best candidate for the words to be about it still. */
const nearBest = 0.25;

/** The same trouble told again, or in other words, after its answer: it did not help. */
function saysItAgain(match: Match, heard: Heard, entry: Entry): boolean {
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

function answerMatch(moment: Moment, match: Match): Said {
  const { context } = moment;
  const { knowledge, locale, words } = context;
  const candidates = match.candidates
    .filter(({ confidence }) => confidence >= worthOffering)
    .slice(0, remembered)
    .map(({ entry }) => entry);
  switch (match.outcome) {
    case "answer":
    case "choice": {
      const entry = knowledge.find(match.entry);
      if (!entry) return openHome(moment);
      const said = open(moment, entry);
      return { ...said, remember: { ...said.remember, others: candidates.filter((id) => id !== entry.id) } };
    }
    case "suggest": {
      const entries = match.entries.flatMap((id) => knowledge.find(id) ?? []);
      const others = candidates.filter((id) => !match.entries.includes(id));
      return {
        answer: suggest(context, words.suggest, entries),
        remember: { entry: undefined, progress: undefined, others },
        facts: [{ kind: "suggested", entries: match.entries, locale }],
        unasked: "guesses",
        fallback: "suggest",
      };
    }
    case "decline":
      return {
        answer: sayWithTopics(context, words.decline),
        facts: [{ kind: "declined", locale }],
        fallback: "decline",
      };
  }
}
