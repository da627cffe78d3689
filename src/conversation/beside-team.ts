import { createHash } from "node:crypto";
import type { Button } from "../answer/answer.ts";
import type { Handover } from "../cases/handover.ts";
import { shorten } from "../lib/shorten.ts";
import { mask, withoutLabels } from "../safety/mask.ts";
import { answerQuestion, type Question } from "./answer-question.ts";
import { areNear, surelyAbout } from "./for-the-team.ts";
import { openHandoverFor } from "./open-handover.ts";
import type { RecognisedIntent } from "./recognise-intent.ts";
import { relayToTeam } from "./relay-words.ts";
import { homeButton, type ReplyContext } from "./replies/context.ts";
import { say } from "./replies/short-answers.ts";
import { forwardButton, teamButton } from "./replies/team-buttons.ts";
import { tellPerson } from "./replies/tell-person.ts";
import { showScreen } from "./show-again.ts";
import { showTeamNews } from "./team-turns.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Maximum characters that are kept of words that may still be passed on, and how many such messages are kept. */
const maxForwardedCharacters = 1000;
const maxForwardable = 3;

/**
 * Answers words of a person. While the team has a question of theirs and has written, the words may be for the team. If
 * the team spoke last, they go there, unless they are surely for the bot: a label of a button, a word about the
 * conversation, a question of its own (for-the-team.ts). If the bot has answered something since, they are for the bot,
 * unless it could only guess what they are about. What the bot answers has a button that passes the words on after all, and
 * what is passed on says so.
 */
export function answerBesideTeam(turnContext: TurnContext, question: Question): ReplyDraft {
  const open = openHandoverFor(turnContext);
  if (!open) return answerQuestion(turnContext, question);
  const { handover, spokeLast } = open;
  return spokeLast === "team"
    ? answerAfterTeam(turnContext, handover, question)
    : answerAfterBot(turnContext, handover, question);
}

function answerAfterTeam(turnContext: TurnContext, handover: Handover, question: Question): ReplyDraft {
  const { responder, state } = turnContext;
  const { text } = question;
  if (text.trim() === "") return answerQuestion(turnContext, question);
  const recognised = responder.intents.recognise(text);
  const ofBot = answerForBot(turnContext, handover, recognised);
  if (ofBot) return withForward(turnContext, handover, { text, draft: ofBot });
  const offered = buttonsAbout(turnContext, handover);
  const isWhole = recognised.intent !== undefined;
  if (
    recognised.intent?.kind === "kept" ||
    responder.intents.buttonToken(text, offered, isWhole) !== undefined
  )
    return answerQuestion({ ...turnContext, state: { ...state, offered } }, question);
  if (responder.isOwnQuestion(text, { handover, recognised }))
    return withForward(turnContext, handover, { text, draft: answerAnew(turnContext, question) });
  return relayToTeam(turnContext, handover, {
    ...question,
    isSolved: recognised.intent?.kind === "solved",
  });
}

/** The team has the old topic: words of the same one are about another account, and not "still stuck". */
function answerAnew(turnContext: TurnContext, question: Question): ReplyDraft {
  const { entry: _entry, progress: _progress, asked: _asked, ...state } = turnContext.state;
  return answerQuestion({ ...turnContext, state: { ...state, offered: [] } }, question);
}

/** Words about the conversation that are for the bot and not for the team. */
function answerForBot(
  turnContext: TurnContext,
  handover: Handover,
  { intent }: RecognisedIntent,
): ReplyDraft | undefined {
  const { context, state } = turnContext;
  switch (intent?.kind) {
    case "about": {
      // What is written next is still for the team.
      const draft = showScreen(turnContext, { kind: "about" });
      const buttons = [...draft.answer.buttons, ...replyButtons(context, handover)];
      return { ...draft, answer: { ...draft.answer, buttons } };
    }
    case "thanks": {
      if (saidSolved(state)) return showScreen(turnContext, { kind: "said", sentence: "thanks" });
      // "Ok" answers a question.
      if (/[?？]/.test(handover.wrote?.text ?? "")) return undefined;
      const buttons = [...replyButtons(context, handover), homeButton(context)];
      return { answer: say(context, context.strings.team.thanksNoted, buttons) };
    }
    case "person":
      return { answer: tellPerson(context, handover) };
    case "language":
      return { answer: showTeamNews(turnContext, handover).answer };
    default:
      return undefined;
  }
}

/** Whether the person has just told the team that it is solved. */
function saidSolved({ screen }: TurnContext["state"]): boolean {
  return screen?.kind === "said" && screen.sentence === "solved";
}

/** The buttons that stand under what the team wrote. */
function buttonsAbout({ context }: TurnContext, handover: Handover): TurnContext["state"]["offered"] {
  return [...replyButtons(context, handover), homeButton(context)].flatMap((one) =>
    one.kind === "press" ? [{ label: one.label, token: one.token }] : [],
  );
}

function replyButtons(context: ReplyContext, handover: Handover): readonly Button[] {
  return [teamButton(context, handover, "reply", context.strings.buttons.replyTeam)];
}

function answerAfterBot(turnContext: TurnContext, handover: Handover, question: Question): ReplyDraft {
  const { responder, state } = turnContext;
  const { text } = question;
  const offered = [...state.offered, ...buttonsAbout(turnContext, handover)];
  const draft = answerQuestion({ ...turnContext, state: { ...state, offered } }, question);
  const { intent } = responder.intents.recognise(text);
  if (intent?.kind === "kept" || state.asked === "forget") return draft;
  return text.trim() !== "" && isGuess(turnContext, text, draft)
    ? relayToTeam(turnContext, handover, question)
    : withForward(turnContext, handover, { text, draft });
}

/** The bot's replies of which it says itself that they may not help. */
const guesses: readonly ReplyDraft["fallback"][] = ["decline", "suggest", "blank", "number", "person"];

/** Whether the bot would guess: it leaves its last topic for one that it is not sure of, or finds none. */
function isGuess({ responder, state, context }: TurnContext, text: string, draft: ReplyDraft): boolean {
  if (draft.fallback !== undefined) return guesses.includes(draft.fallback);
  if (draft.facts?.some((fact) => fact.kind === "asked-back" && fact.part === "none")) return true;
  const next = draft.facts?.some(({ kind }) => kind === "asked") ? draft.stateChanges?.entry : undefined;
  if (next === undefined) return false;
  const { knowledge } = context;
  const isAboutLast = state.entry !== undefined && state.entry !== knowledge.home;
  if (isAboutLast && areNear(knowledge, state.entry, next)) return false;
  return surelyAbout(responder.match(withoutLabels(text))).length === 0;
}

/** The bot's answer, with the way to the team beside it. */
function withForward(
  { context, state, turn }: TurnContext,
  handover: Handover,
  { text, draft }: { readonly text: string; readonly draft: ReplyDraft },
): ReplyDraft {
  if (draft.post || draft.note || draft.pointer || draft.needsKept || draft.forgets) return draft;
  const id = createHash("sha256").update(turn.id).digest("hex").slice(0, 8);
  const words = { id, text: shorten(mask(text), maxForwardedCharacters) };
  const { answer, stateChanges } = draft;
  return {
    ...draft,
    answer: { ...answer, buttons: [...answer.buttons, forwardButton(context, handover, id)] },
    stateChanges: {
      ...stateChanges,
      forwardable: [...state.forwardable, words].slice(-maxForwardable),
    },
  };
}
