import { type Answer, type Button, pressButtons } from "../answer/answer.ts";
import { findLocale, type Locale } from "../answer/locale.ts";
import { readToken } from "../answer/token.ts";
import type { Reply } from "../platform/outcome.ts";
import { isVisitor, openHome, spokenOf } from "./actions.ts";
import { answerPress } from "./answer-press.ts";
import { answerQuestion } from "./answer-question.ts";
import { answerForm, openForm } from "./forms.ts";
import { questionField } from "./replies/ask-form.ts";
import { button, createReplyContext } from "./replies/context.ts";
import { leadToPerson, sayWithTopics } from "./replies/lead-on.ts";
import { type State, stateAt } from "./state.ts";
import { heardByTeam, relayToAsker } from "./team-turns.ts";
import type { ReplyDraft, Responder, Turn, TurnContext, TurnResult, WordlessReply } from "./types.ts";

/** The conversation as a pure function: what was said and done before, and now, to what is said next. */
export function converse(responder: Responder, before: State, turn: Turn): TurnResult {
  const state = stateAt(before, turn.now);
  const { locale, chosen } = settleLanguage(responder, state, turn);
  const context = createReplyContext(responder.knowledge, locale, turn.team !== undefined);
  const turnContext: TurnContext = { responder, state, turn, context };
  const response = respond(turnContext);
  if ("answer" in response)
    return { ...say(turnContext, neverTwice(turnContext, response)), ...(chosen && { chosen }) };
  return { facts: [], ...response, state, effects: [] };
}

/**
 * A button speaks the language of its message, words the one they are in; short words that belong to none keep
 * what the person chose, then what the conversation speaks, then what the place does. So does a button in a
 * language that is no longer there.
 */
function settleLanguage(responder: Responder, state: State, turn: Turn): { locale: Locale; chosen?: Locale } {
  const spoken = [...responder.knowledge.wordings.keys()];
  const usual =
    findLocale(spoken, turn.chosen) ??
    findLocale(spoken, state.locale ?? heardByTeam({ turn, state })?.locale) ??
    turn.locale;
  if (turn.input.kind === "open") return { locale: usual };
  if (turn.input.kind === "submit") {
    const token = readToken(turn.input.token);
    const asked = token?.action === "ask" ? turn.input.values[questionField] : undefined;
    return { locale: responder.detectLanguage(asked ?? "") ?? findLocale(spoken, token?.locale) ?? usual };
  }
  if (turn.input.kind === "press") {
    const token = readToken(turn.input.token);
    const locale = findLocale(spoken, token?.locale);
    if (!token || !locale) return { locale: usual };
    return { locale, ...(token.action === "language" && { chosen: locale }) };
  }
  const asked = responder.intents.intent(turn.input.text).intent;
  if (asked?.kind === "language") return { locale: asked.locale, chosen: asked.locale };
  return { locale: responder.detectLanguage(turn.input.text) ?? usual };
}

function respond(turnContext: TurnContext): ReplyDraft | WordlessReply {
  const { input, team } = turnContext.turn;
  switch (input.kind) {
    case "press":
      return press(turnContext, input.token);
    case "submit": {
      const token = readToken(input.token);
      return (token && answerForm(turnContext, token, input.values)) ?? answerPress(turnContext, input.token);
    }
    case "question":
      if (team?.isTeamSide && team.handover) return relayToAsker(turnContext, team.handover, input.text);
      return answerQuestion(turnContext, input);
    case "open":
      return openHome(turnContext);
  }
}

/** A button opens its form, takes its message away, or is answered. */
function press(turnContext: TurnContext, raw: string): ReplyDraft | WordlessReply {
  const { turn, context } = turnContext;
  const token = readToken(raw);
  const form = token && openForm(turnContext, token);
  if (form) return { reply: { kind: "form", form } };
  if (token?.action !== "remove" || isVisitor(turn)) return answerPress(turnContext, raw);
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
function neverTwice({ state, context }: TurnContext, said: ReplyDraft): ReplyDraft {
  if (said.fallback === undefined || said.fallback !== state.fallback) return said;
  const { fallback, ...others } = said;
  if (fallback === "person") return { ...others, answer: sayWithTopics(context, context.strings.otherwise) };
  return { ...others, answer: leadToPerson(context, spokenOf({ state, context })), fallback: "person" };
}

/**
 * The owner is answered for all to read. Somebody else is heard where they address the bot; what they press is
 * answered to them alone. Where nobody addresses it, the bot speaks only if it has something to say.
 */
function say(turnContext: TurnContext, said: ReplyDraft): Omit<TurnResult, "chosen"> {
  const { state, turn, context } = turnContext;
  const visits = isVisitor(turn);
  if (!turn.addressed && !mayIntrude(turn, said)) {
    return { state, reply: { kind: "silence", because: "nobody asked the bot" }, effects: [], facts: [] };
  }
  const answer = { ...said.answer, buttons: [...said.answer.buttons, ...placeButtons(turnContext, said)] };
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
function mayIntrude(turn: Turn, { unasked }: ReplyDraft): boolean {
  if (isVisitor(turn) || turn.isCrowded || unasked === undefined) return false;
  if (unasked === "guesses") return turn.mode === "all";
  return turn.owner !== undefined || turn.mode === "questions" || turn.mode === "all";
}

/** Who sees what is said; what only its asker may see goes to their direct messages, unless a press asks for it. */
function toReply(turn: Turn, { isShared, pointer }: ReplyDraft, answer: Answer): Reply {
  const { place, input, team } = turn;
  if (pointer && place !== "private" && input.kind !== "press")
    return { kind: "answer", answer, audience: "direct", pointer };
  const isAside = place === "aside" && !isShared;
  const isVisited = isVisitor(turn) && input.kind === "press" && !team?.isTeamSide;
  const isHidden = pointer && place !== "private";
  return { kind: "answer", answer, audience: isAside || isVisited || isHidden ? "asker" : "all" };
}

/** Buttons that a reply has because of where it is given. */
function placeButtons({ context, turn }: TurnContext, said: ReplyDraft): readonly Button[] {
  const { buttons } = context.strings;
  const entry = said.remember?.entry === undefined ? undefined : context.knowledge.find(said.remember.entry);
  if (!turn.addressed && turn.owner === undefined) return [button(context, buttons.remove, "remove", entry)];
  if (turn.place !== "aside" || said.isShared) return [];
  if (entry && entry.kind !== "choice" && said.remember?.progress === "shown") {
    return [button(context, buttons.share, "share", entry)];
  }
  return entry && entry.kind !== "choice" ? [] : [button(context, buttons.ask, "ask")];
}
