import { type Answer, type Button, pressButtons } from "../answer/answer.ts";
import { findLocale, type Locale } from "../answer/locale.ts";
import { readToken } from "../answer/token.ts";
import type { Reply } from "../platform/adapter.ts";
import { isVisitor, openHome, spokenOf } from "./actions.ts";
import { answerPress } from "./answer-press.ts";
import { answerQuestion } from "./answer-question.ts";
import { answerForm, openForm } from "./forms.ts";
import { questionField } from "./replies/ask-form.ts";
import { button, createContext } from "./replies/context.ts";
import { leadToPerson, sayWithTopics } from "./replies/lead-on.ts";
import { recallAt, type State } from "./state.ts";
import { heardByTeam, relayToAsker } from "./team-turns.ts";
import type { Mind, Moment, Said, Step, Turn, Wordless } from "./types.ts";

export type Converse = (state: State, turn: Turn) => Step;

/** The conversation as a pure function: what was said and done before, and now, to what is said next. */
export function createConverse(mind: Mind): Converse {
  return (before, turn) => {
    const state = recallAt(before, turn.now);
    const { locale, chosen } = settleLanguage(mind, state, turn);
    const context = createContext(mind.knowledge, locale, turn.team !== undefined);
    const moment: Moment = { mind, state, turn, context };
    const response = respond(moment);
    if ("answer" in response)
      return { ...say(moment, neverTwice(moment, response)), ...(chosen && { chosen }) };
    return { facts: [], ...response, state, effects: [] };
  };
}

/**
 * A button speaks the language of its message, words the one they are in; short words that belong to none keep
 * what the person chose, then what the conversation speaks, then what the place does. So does a button in a
 * language that is no longer there.
 */
function settleLanguage(mind: Mind, state: State, turn: Turn): { locale: Locale; chosen?: Locale } {
  const spoken = [...mind.knowledge.wordings.keys()];
  const usual =
    findLocale(spoken, turn.chosen) ??
    findLocale(spoken, state.locale ?? heardByTeam({ turn, state })?.locale) ??
    turn.locale;
  if (turn.input.kind === "open") return { locale: usual };
  if (turn.input.kind === "submit") {
    const token = readToken(turn.input.token);
    const asked = token?.action === "ask" ? turn.input.values[questionField] : undefined;
    return { locale: mind.detect(asked ?? "") ?? findLocale(spoken, token?.locale) ?? usual };
  }
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

function respond(moment: Moment): Said | Wordless {
  const { input, team } = moment.turn;
  switch (input.kind) {
    case "press":
      return press(moment, input.token);
    case "submit": {
      const token = readToken(input.token);
      return (token && answerForm(moment, token, input.values)) ?? answerPress(moment, input.token);
    }
    case "question":
      if (team?.isTeamSide && team.handover) return relayToAsker(moment, team.handover, input.text);
      return answerQuestion(moment, input);
    case "open":
      return openHome(moment);
  }
}

/** A button opens its form, takes its message away, or is answered. */
function press(moment: Moment, raw: string): Said | Wordless {
  const { turn, context } = moment;
  const token = readToken(raw);
  const form = token && openForm(moment, token);
  if (form) return { reply: { kind: "form", form } };
  if (token?.action !== "remove" || isVisitor(turn)) return answerPress(moment, raw);
  const { entry } = token;
  return {
    reply: { kind: "remove" },
    ...(entry && { facts: [{ kind: "not-meant", entry, locale: context.locale }] }),
  };
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
  if (!turn.addressed && !mayIntrude(turn, said)) {
    return { state, reply: { kind: "silence", because: "nobody asked the bot" }, effects: [], facts: [] };
  }
  const answer = { ...said.answer, buttons: [...said.answer.buttons, ...placeButtons(moment, said)] };
  return {
    state: {
      ...state,
      asked: undefined,
      ...said.remember,
      locale: context.locale,
      at: turn.now,
      offered: pressButtons(answer.buttons),
      fallback: said.fallback,
    },
    reply: toReply(turn, said, answer),
    effects: visits ? [] : (said.effects ?? []),
    facts: said.facts ?? [],
    ...(said.refusesAll && { refusesAll: true }),
    ...(said.drafts && { drafts: said.drafts }),
    ...(said.handover && { handover: said.handover }),
    ...(said.post && { post: said.post }),
    ...(said.unsent && { unsent: toReply(turn, said, said.unsent) }),
  };
}

/**
 * Whether something may be said that nobody asked the bot for: to the owner of its conversation while nobody else
 * has joined, and where nothing was said yet, as far as the place allows it.
 */
function mayIntrude(turn: Turn, { unasked }: Said): boolean {
  if (isVisitor(turn) || turn.isCrowded || unasked === undefined) return false;
  if (unasked === "guesses") return turn.mode === "all";
  return turn.owner !== undefined || turn.mode === "questions" || turn.mode === "all";
}

/** Who sees what is said; what only its asker may see goes to their direct messages, unless a press asks for it. */
function toReply(turn: Turn, { isShared, pointer }: Said, answer: Answer): Reply {
  const { place, input, team } = turn;
  if (pointer && place !== "private" && input.kind !== "press")
    return { kind: "answer", answer, audience: "direct", pointer };
  const isAside = place === "aside" && !isShared;
  const isVisited = isVisitor(turn) && input.kind === "press" && !team?.isTeamSide;
  const isHidden = pointer && place !== "private";
  return { kind: "answer", answer, audience: isAside || isVisited || isHidden ? "asker" : "all" };
}

/** Buttons that a reply has because of where it is given. */
function placeButtons({ context, turn }: Moment, said: Said): readonly Button[] {
  const { buttons } = context.words;
  const entry = said.remember?.entry === undefined ? undefined : context.knowledge.find(said.remember.entry);
  if (!turn.addressed && turn.owner === undefined) return [button(context, buttons.remove, "remove", entry)];
  if (turn.place !== "aside" || said.isShared) return [];
  if (entry && entry.kind !== "choice" && said.remember?.progress === "shown") {
    return [button(context, buttons.share, "share", entry)];
  }
  return entry && entry.kind !== "choice" ? [] : [button(context, buttons.ask, "ask")];
}
