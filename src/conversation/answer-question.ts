import type { Entry } from "../knowledge/entry.ts";
import type { Match } from "../matching/match.ts";
import { type Heard, hear, hearNumber, type Turn } from "./hear.ts";
import { open, openHome, solve, stayStuck, tryOthers } from "./moves.ts";
import { topicsOf } from "./replies/context.ts";
import { leadToPerson, sayAfter, sayWithTopics, suggest } from "./replies/lead-on.ts";
import type { Moment, Said } from "./step.ts";

/** Candidates remembered for "not what I meant". */
const remembered = 8;

/** Answers free words: a number, a word about the conversation, or a question for the matcher. */
export function answerQuestion(
  moment: Moment,
  { text, hasPicture }: { text: string; hasPicture: boolean },
): Said {
  const { context, mind, state } = moment;
  if (!/[\p{L}\p{N}]/u.test(text)) return askForWords(moment, hasPicture);

  const option = optionOf(moment, text);
  if (option) return open(moment, option);
  const spokenOf = state.entry === undefined ? undefined : context.knowledge.find(state.entry);
  const heard = hear(text);
  const said = heard.turn && answerTurn(moment, heard.turn, spokenOf);
  if (said) return said;

  const match = mind.match(text);
  if (spokenOf && saysItAgain(match, heard, spokenOf)) return stayStuck(moment, spokenOf);
  const answered = answerMatch(moment, match);
  return { ...answered, facts: [{ kind: "asked", locale: context.locale }, ...(answered.facts ?? [])] };
}

function askForWords({ context }: Moment, hasPicture: boolean): Said {
  const { picture, blank } = context.words;
  if (hasPicture) return { answer: sayWithTopics(context, picture), fallback: "picture" };
  return { answer: sayWithTopics(context, blank), fallback: "blank" };
}

function optionOf({ state, context }: Moment, text: string): Entry | undefined {
  const number = hearNumber(text);
  const id = number === undefined ? undefined : state.shown[number - 1];
  return id === undefined ? undefined : context.knowledge.find(id);
}

/** Undefined where the words mean nothing without an entry that is spoken of: then they are a question. */
function answerTurn(moment: Moment, turn: Turn, spokenOf: Entry | undefined): Said | undefined {
  const { context } = moment;
  switch (turn) {
    case "solved":
      return spokenOf && solve(moment, spokenOf);
    case "stuck":
      return spokenOf && stayStuck(moment, spokenOf);
    case "notMeant":
      return spokenOf && tryOthers(moment, spokenOf);
    case "thanks":
      return {
        answer: sayAfter(context, spokenOf ? context.words.thanksFor : context.words.thanks, spokenOf),
      };
    case "greeting":
      return greet(moment);
    case "english":
    case "vietnamese":
      return spokenOf ? open(moment, spokenOf) : greet(moment);
    case "person":
      return { answer: leadToPerson(context, spokenOf), speakUnasked: spokenOf !== undefined };
  }
}

function greet({ context }: Moment): Said {
  const shown = topicsOf(context.knowledge).map(({ id }) => id);
  return { answer: sayWithTopics(context, context.words.greeting), remember: { shown } };
}

/** The same trouble told again after its answer, or a "nope" with nothing clearly new: it did not help. */
function saysItAgain(match: Match, heard: Heard, spokenOf: Entry): boolean {
  if (spokenOf.kind === "choice") return false;
  if (match.outcome === "answer") return match.entry === spokenOf.id;
  return heard.beginsWithNo && match.outcome !== "choice";
}

function answerMatch(moment: Moment, match: Match): Said {
  const { context } = moment;
  const { knowledge, locale, words } = context;
  const candidates = match.candidates.slice(0, remembered).map(({ entry }) => entry);
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
      return {
        answer: suggest(context, words.suggest, entries),
        remember: {
          entry: undefined,
          progress: undefined,
          shown: match.entries,
          others: candidates.filter((id) => !match.entries.includes(id)),
        },
        facts: [{ kind: "suggested", entries: match.entries, locale }],
      };
    }
    case "decline":
      return {
        answer: sayWithTopics(context, words.decline),
        remember: { shown: topicsOf(knowledge).map(({ id }) => id) },
        facts: [{ kind: "declined", locale }],
        fallback: "decline",
      };
  }
}
