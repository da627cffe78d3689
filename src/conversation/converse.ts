import { type Answer, type Button, pressButtons } from "../answer/answer.ts";
import { findLocale, type Locale } from "../answer/locale.ts";
import { readToken } from "../answer/token.ts";
import type { Reply } from "../platform/outcome.ts";
import { currentEntry, isVisitor, openHome } from "./actions.ts";
import { answerPress } from "./answer-press.ts";
import { answerBesideTeam } from "./beside-team.ts";
import { withLanguages, withOpenForm } from "./change-language.ts";
import { answerForm, openForm } from "./forms.ts";
import { openHandoverFor } from "./open-handover.ts";
import { questionField } from "./replies/ask-form.ts";
import { button, createReplyContext, inMenu } from "./replies/context.ts";
import { sayWithTopics, showWaysToPerson } from "./replies/short-answers.ts";
import { quietSentences } from "./speak-unasked.ts";
import { type State, stateAt } from "./state.ts";
import { hearTeam } from "./team-words.ts";
import type { ReplyDraft, Responder, Turn, TurnContext, TurnResult, WordlessReply } from "./types.ts";

/** The conversation as a pure function: the state so far and this turn, to the reply and the next state. */
export function converse(responder: Responder, before: State, turn: Turn): TurnResult {
  const state = stateAt(before, turn.now);
  const { locale, chosen } = chooseLanguage(responder, state, turn);
  const context = createReplyContext(responder.knowledge, locale, turn.team !== undefined);
  const turnContext: TurnContext = { responder, state, turn, context };
  const response = respond(turnContext);
  if ("answer" in response)
    return withChoice(toTurnResult(turnContext, avoidRepeatedFallback(turnContext, response)), chosen);
  return { facts: [], ...response, state: withOpenForm(state, response), effects: [] };
}

function withChoice(result: TurnResult, chosen: Locale | undefined): TurnResult {
  if (!chosen) return result;
  return { ...result, chosen, effects: [...result.effects, { kind: "language", locale: chosen }] };
}

/**
 * Chooses the reply's language: that of the pressed message, or the one the text is written in. For short texts
 * without a clear language, and buttons in a language that was removed: the person's choice, then the
 * conversation's language, then that of the place.
 */
function chooseLanguage(responder: Responder, state: State, turn: Turn): { locale: Locale; chosen?: Locale } {
  const available = [...responder.knowledge.strings.keys()];
  const usual =
    findLocale(available, turn.chosen) ??
    findLocale(available, state.locale ?? openHandoverFor({ turn, state })?.handover.locale) ??
    turn.locale;
  if (turn.input.kind === "open") return { locale: usual };
  if (turn.input.kind === "submit") {
    const token = readToken(turn.input.token);
    const question = token?.action === "ask" ? turn.input.values[questionField] : undefined;
    return {
      locale: responder.detectLanguage(question ?? "") ?? findLocale(available, token?.locale) ?? usual,
    };
  }
  if (turn.input.kind === "press") {
    const token = readToken(turn.input.token);
    const locale = findLocale(available, token?.locale);
    if (!token || !locale) return { locale: usual };
    return { locale, ...(token.action === "language" && { chosen: locale }) };
  }
  const { intent } = responder.intents.recognise(turn.input.text);
  if (intent?.kind === "language") return { locale: intent.locale, chosen: intent.locale };
  return { locale: languageOf(responder, turn.input.text) ?? usual };
}

/** The language of a text; none for one in a language that is not spoken, whatever it resembles. */
function languageOf(responder: Responder, text: string): Locale | undefined {
  const foreign = responder.recogniseForeign(text);
  return foreign?.code === undefined && !foreign?.byWords ? responder.detectLanguage(text) : undefined;
}

function respond(turnContext: TurnContext): ReplyDraft | WordlessReply {
  const { input, team } = turnContext.turn;
  switch (input.kind) {
    case "press":
      return handlePress(turnContext, input.token);
    case "submit": {
      const token = readToken(input.token);
      return (token && answerForm(turnContext, token, input.values)) ?? answerPress(turnContext, input.token);
    }
    case "question":
      return (team?.isTeamSide && hearTeam(turnContext, team, input)) || answerBesideTeam(turnContext, input);
    case "open":
      return openHome(turnContext);
  }
}

/** A press opens a form, removes its message, or is answered. */
function handlePress(turnContext: TurnContext, raw: string): ReplyDraft | WordlessReply {
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
 * The same fallback is never given twice in a row: the second time shows the way to a person, and if that was
 * shown last, the topics.
 */
function avoidRepeatedFallback({ state, context }: TurnContext, draft: ReplyDraft): ReplyDraft {
  if (draft.fallback === undefined || draft.fallback !== state.fallback) return draft;
  const { fallback, ...others } = draft;
  if (fallback === "person")
    return {
      ...others,
      answer: sayWithTopics(context, context.strings.otherwise),
      screen: { kind: "topics", sentence: "otherwise" },
    };
  const entry = currentEntry({ state, context });
  return {
    ...others,
    answer: showWaysToPerson(context, entry),
    screen: { kind: "person", entry: entry?.id },
    fallback: "person",
  };
}

/**
 * Turns a draft into the turn's result. If nobody addressed the bot and the draft is not worth an unprompted
 * reply, the result is silence.
 */
function toTurnResult(turnContext: TurnContext, draft: ReplyDraft): Omit<TurnResult, "chosen"> {
  const { state, turn, context } = turnContext;
  const visits = isVisitor(turn);
  if (!turn.addressed && !draft.forHelper && !maySpeakUnprompted(turnContext, draft)) {
    const { keptQuiet } = draft;
    return {
      state,
      reply: { kind: "silence", because: keptQuiet ? quietSentences[keptQuiet] : "nobody asked the bot" },
      effects: [],
      facts: keptQuiet ? [{ kind: "kept-quiet", because: keptQuiet, locale: context.locale }] : [],
    };
  }
  const shown = withLanguages(context, draft);
  const answer = withButtons(shown, placeButtons(turnContext, draft));
  return {
    state: {
      ...state,
      asked: draft.isAgain ? state.asked : undefined,
      ...draft.stateChanges,
      screen: draft.screen,
      locale: context.locale,
      at: turn.now,
      offered: pressButtons(answer.buttons),
      fallback: draft.isAgain ? state.fallback : draft.fallback,
    },
    reply: toReply(turn, draft, answer),
    effects: visits ? [] : (draft.effects ?? []),
    facts: draft.facts ?? [],
    ...(draft.rejectsSuggestions && { rejectsSuggestions: true }),
    ...(draft.drafts && { drafts: draft.drafts }),
    ...(draft.handover && { handover: draft.handover }),
    ...(draft.post && { post: draft.post }),
    ...beforeReply(turn, draft),
  };
}

/** What has to be done before the reply, and the reply if it fails. */
function beforeReply(
  turn: Turn,
  { needsKept, forgets, answerIfPostFails, ...draft }: ReplyDraft,
): Pick<TurnResult, "note" | "needsKept" | "forgets" | "replyIfPostFails"> {
  return {
    ...(draft.note && !isVisitor(turn) && { note: draft.note }),
    ...(needsKept && { needsKept }),
    ...(forgets && { forgets: { replyIfItFails: toReply(turn, draft, forgets.answerIfItFails) } }),
    ...(answerIfPostFails && { replyIfPostFails: toReply(turn, draft, answerIfPostFails) }),
  };
}

/**
 * Whether the bot may reply without being addressed: in a conversation that it is part of while only the owner
 * writes there, and to a new message as far as the channel's mode allows. To its owner it says something to all that is
 * written after an answer or a guess; after "solved", only what is worth it.
 */
function maySpeakUnprompted({ turn, state }: TurnContext, { unprompted }: ReplyDraft): boolean {
  if (isVisitor(turn) || turn.isCrowded) return false;
  const isOpen = state.entry !== undefined || state.fallback !== undefined;
  if (turn.owner !== undefined) return isOpen || unprompted !== undefined;
  if (unprompted === undefined) return false;
  return turn.mode === "all" || (unprompted === "sure" && turn.mode === "questions");
}

/**
 * Who sees the answer. What only the asker may see goes to their direct messages, unless they pressed for it
 * here.
 */
function toReply(turn: Turn, { isShared, pointer, forHelper }: ReplyDraft, answer: Answer): Reply {
  const { place, input, team } = turn;
  if (forHelper === "alone") return { kind: "answer", answer, audience: "asker", pointer: answer };
  if (pointer && place !== "private" && input.kind !== "press")
    return { kind: "answer", answer, audience: "direct", pointer };
  const isAside = place === "aside" && !isShared;
  const isVisited = isVisitor(turn) && input.kind === "press" && !team?.isTeamSide;
  const isHidden = pointer && place !== "private";
  return { kind: "answer", answer, audience: isAside || isVisited || isHidden ? "asker" : "all" };
}

/** The buttons shown last may be shown again, and hold some of these already. */
function withButtons(answer: Answer, added: readonly Button[]): Answer {
  const tokens = new Set(pressButtons(answer.buttons).map(({ token }) => token));
  const missing = added.filter((one) => one.kind !== "press" || !tokens.has(one.token));
  return { ...answer, buttons: [...answer.buttons, ...missing] };
}

/** The buttons that depend on the place of the reply. */
function placeButtons({ context, turn }: TurnContext, draft: ReplyDraft): readonly Button[] {
  const { buttons } = context.strings;
  const entry =
    draft.stateChanges?.entry === undefined ? undefined : context.knowledge.find(draft.stateChanges.entry);
  if (!turn.addressed && turn.owner === undefined)
    return inMenu(context, "more", [button(context, buttons.remove, "remove", entry)]);
  if (turn.place !== "aside" || draft.isShared) return [];
  if (entry && entry.kind !== "choice" && draft.stateChanges?.progress === "shown") {
    return inMenu(context, "more", [button(context, buttons.share, "share", entry)]);
  }
  return entry && entry.kind !== "choice" ? [] : [button(context, buttons.ask, "ask")];
}
