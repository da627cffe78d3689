import { pressButtons } from "../answer/answer.ts";
import { findLocale, type Locale } from "../answer/locale.ts";
import { readToken } from "../answer/token.ts";
import { answerPress } from "./answer-press.ts";
import { answerQuestion } from "./answer-question.ts";
import { isVisitor, openHome, spokenOf } from "./moves.ts";
import { createContext } from "./replies/context.ts";
import { leadToPerson, sayWithTopics } from "./replies/lead-on.ts";
import { recallAt, type State } from "./state.ts";
import type { Mind, Moment, Said, Step, Turn } from "./step.ts";

export type Converse = (state: State, turn: Turn) => Step;

/** The conversation as a pure function: what was said and done before, and now, to what is said next. */
export function createConverse(mind: Mind): Converse {
  return (before, turn) => {
    const state = recallAt(before, turn.now);
    const { locale, chosen } = settleLanguage(mind, state, turn);
    const moment: Moment = { mind, state, turn, context: createContext(mind.knowledge, locale) };
    const said = neverTwice(moment, respond(moment));
    return { ...say(moment, said), ...(chosen && { chosen }) };
  };
}

/**
 * A button speaks the language of its message, words the one they are in; short words that belong to none keep
 * what the person chose, then what the conversation speaks, then what the place does. So does a button in a
 * language that is no longer there.
 */
function settleLanguage(mind: Mind, state: State, turn: Turn): { locale: Locale; chosen?: Locale } {
  const spoken = [...mind.knowledge.wordings.keys()];
  const usual = findLocale(spoken, turn.chosen) ?? findLocale(spoken, state.locale) ?? turn.locale;
  if (turn.input.kind === "open") return { locale: usual };
  if (turn.input.kind === "press") {
    const token = readToken(turn.input.token);
    const locale = findLocale(spoken, token?.locale);
    if (!token || !locale) return { locale: usual };
    return { locale, ...(token.action === "language" && { chosen: locale }) };
  }
  const asked = mind.hear.turn(turn.input.text).turn;
  if (asked?.kind === "language") return { locale: asked.locale, chosen: asked.locale };
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

/**
 * The second time in a row that the same reply would not help, the way to a person is shown instead, and where
 * that was shown last, the topics.
 */
function neverTwice({ state, context }: Moment, said: Said): Said {
  if (said.fallback === undefined || said.fallback !== state.fallback) return said;
  const { fallback, ...others } = said;
  if (fallback === "person") return { ...others, answer: sayWithTopics(context, context.words.otherwise) };
  return { ...others, answer: leadToPerson(context, spokenOf({ state, context })), fallback: "person" };
}

/**
 * The owner is answered for all to read. Somebody else is heard where they address the bot; what they press is
 * answered to them alone. Where nobody addresses it, the bot speaks only if it has something to say.
 */
function say(moment: Moment, said: Said): Omit<Step, "chosen"> {
  const { state, turn, context } = moment;
  const visits = isVisitor(turn);
  if (!turn.addressed && (visits || !said.speakUnasked)) {
    return { state, reply: { kind: "silence", because: "nobody asked the bot" }, effects: [], facts: [] };
  }
  return {
    state: {
      ...state,
      asked: undefined,
      ...said.remember,
      locale: context.locale,
      at: turn.now,
      offered: pressButtons(said.answer.buttons),
      fallback: said.fallback,
    },
    reply: {
      kind: "answer",
      answer: said.answer,
      audience: visits && turn.input.kind === "press" ? "asker" : "all",
    },
    effects: visits ? [] : (said.effects ?? []),
    facts: said.facts ?? [],
    ...(said.refusesAll && { refusesAll: true }),
  };
}
