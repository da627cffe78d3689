import { type Locale, otherLocale } from "../answer/locale.ts";
import { readToken } from "../answer/token.ts";
import type { Audience } from "../platform.ts";
import { answerPress } from "./answer-press.ts";
import { answerQuestion } from "./answer-question.ts";
import { hear } from "./hear.ts";
import { openHome } from "./moves.ts";
import { createContext } from "./replies/context.ts";
import { leadToPerson } from "./replies/lead-on.ts";
import type { State } from "./state.ts";
import type { Mind, Moment, Said, Step, Turn } from "./step.ts";

export type Converse = (state: State, turn: Turn) => Step;

/** The conversation as a pure function: what was said and done before, and now, to what is said next. */
export function createConverse(mind: Mind): Converse {
  return (state, turn) => {
    const { locale, chosen } = settleLanguage(mind, state, turn);
    const moment: Moment = { mind, state, turn, context: createContext(mind.knowledge, locale) };
    const said = neverTwice(moment, respond(moment));
    const spoken = isVisitor(moment) ? sayToVisitor(moment, said) : sayToOwner(moment, said);
    return { ...spoken, ...(chosen && { chosen }) };
  };
}

/**
 * A button speaks the language of its message, words the one they are in; short words that belong to neither
 * keep what the person chose, then what the conversation speaks, then what the place does.
 */
function settleLanguage(mind: Mind, state: State, turn: Turn): { locale: Locale; chosen?: Locale } {
  const usual = turn.chosen ?? state.locale ?? turn.locale;
  if (turn.input.kind === "open") return { locale: usual };
  if (turn.input.kind === "press") {
    const token = readToken(turn.input.token);
    if (!token) return { locale: usual };
    const isSwitch =
      token.entry === state.entry && token.locale === otherLocale(state.locale ?? token.locale);
    return { locale: token.locale, ...(isSwitch && { chosen: token.locale }) };
  }
  const asked = hear(turn.input.text).turn;
  if (asked === "english") return { locale: "en", chosen: "en" };
  if (asked === "vietnamese") return { locale: "vi", chosen: "vi" };
  return { locale: mind.detect(turn.input.text) ?? usual };
}

function respond(moment: Moment): Said {
  const { input } = moment.turn;
  switch (input.kind) {
    case "press":
      return answerPress(moment, input.token);
    case "question":
      return answerQuestion(moment, input);
    case "open":
      return openHome(moment);
  }
}

/** The second time in a row that the same reply would not help, the way to a person is shown instead. */
function neverTwice({ state, context }: Moment, said: Said): Said {
  if (said.fallback === undefined || said.fallback !== state.fallback) return said;
  const entry = state.entry === undefined ? undefined : context.knowledge.find(state.entry);
  const { fallback: _, ...others } = said;
  return { ...others, answer: leadToPerson(context, entry) };
}

/** Somebody else than who began the conversation, in a place where others read along. */
function isVisitor({ state, turn }: Moment): boolean {
  return turn.place === "channel" && state.owner !== undefined && state.owner !== turn.person;
}

/** A visitor's press is answered to them alone and changes nothing; their words are heard when addressed. */
function sayToVisitor({ state, turn }: Moment, said: Said): Omit<Step, "chosen"> {
  if (!turn.addressed) return silent(state, "somebody else is talking");
  const audience: Audience = turn.input.kind === "press" ? "asker" : "all";
  return {
    state,
    reply: { kind: "answer", answer: said.answer, audience },
    effects: [],
    facts: said.facts ?? [],
  };
}

function sayToOwner({ state, turn, context }: Moment, said: Said): Omit<Step, "chosen"> {
  if (!turn.addressed && !said.speakUnasked) return silent(state, "nobody asked the bot");
  return {
    state: {
      ...state,
      shown: [],
      ...said.remember,
      owner: state.owner ?? turn.person,
      locale: context.locale,
      fallback: said.fallback,
    },
    reply: { kind: "answer", answer: said.answer, audience: "all" },
    effects: said.effects ?? [],
    facts: said.facts ?? [],
  };
}

function silent(state: State, because: string): Omit<Step, "chosen"> {
  return { state, reply: { kind: "silence", because }, effects: [], facts: [] };
}
