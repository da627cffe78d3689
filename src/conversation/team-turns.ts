import { isOfTeamSide, type Token } from "../answer/token.ts";
import type { Handover, Helper } from "../cases/handover.ts";
import { answerForgotten } from "./kept-turns.ts";
import { postToPerson, reopened } from "./post-to-person.ts";
import { forwardWords } from "./relay-words.ts";
import { sayWithTopics } from "./replies/short-answers.ts";
import {
  askTeamToClose,
  tellTeam,
  tellTeamOfClosing,
  tellTeamOfTaker,
  tellTeamWhoHasIt,
} from "./replies/show-team.ts";
import {
  pointToTeamMessage,
  showTeamMessage,
  tellPerson,
  tellPersonOfReopening,
  tellPersonOfTaker,
} from "./replies/tell-person.ts";
import type { ReplyDraft, Turn, TurnContext } from "./types.ts";

// Between a person and the team: taking, closing and opening again, and what the team wrote.

/** A helper takes the handover; if somebody has it already, they keep it. */
function take(turnContext: TurnContext, handover: Handover): ReplyDraft {
  const { context } = turnContext;
  if (handover.isClosed) return { answer: tellTeamOfClosing(context, handover, false) };
  if (handover.taker) return { answer: tellTeamWhoHasIt(context, handover) };
  const taken: Handover = { ...handover, taker: helperOf(turnContext) };
  return {
    answer: tellTeamOfTaker(context, taken),
    handover: taken,
    post: postToPerson(context, taken, (asker) => tellPersonOfTaker(asker, taken)),
    answerIfPostFails: tellTeam(context, handover, context.strings.team.notReached),
  };
}

/** Asks first: the person is told of it. */
function askToClose({ context }: TurnContext, handover: Handover): ReplyDraft {
  if (handover.isClosed) return { answer: tellTeamOfClosing(context, handover, false) };
  return { answer: askTeamToClose(context, handover) };
}

function close(turnContext: TurnContext, handover: Handover): ReplyDraft {
  const { context } = turnContext;
  if (handover.isClosed) return { answer: tellTeamOfClosing(context, handover, false) };
  const closed: Handover = { ...handover, isClosed: true, closer: helperOf(turnContext) };
  return {
    answer: tellTeamOfClosing(context, closed, true),
    handover: closed,
    post: postToPerson(context, closed, (asker) => tellPerson(asker, closed)),
    answerIfPostFails: tellTeam(context, handover, context.strings.team.notReached),
  };
}

function keepOpen({ context }: TurnContext, handover: Handover): ReplyDraft {
  if (handover.isClosed) return { answer: tellTeamOfClosing(context, handover, false) };
  return { answer: tellTeam(context, handover, context.strings.team.keptOpen) };
}

/** The person is told, since they were told that it is closed, and what they write goes to the team again. */
function openAgain(turnContext: TurnContext, handover: Handover): ReplyDraft {
  const { context, turn } = turnContext;
  const { team } = context.strings;
  if (!handover.isClosed) return { answer: tellTeam(context, handover, team.isOpen) };
  const opened: Handover = { ...reopened(handover), openedAt: turn.now };
  return {
    answer: tellTeam(context, opened, team.opened),
    handover: opened,
    post: postToPerson(context, opened, (asker) => tellPersonOfReopening(asker, opened, turn.name)),
    answerIfPostFails: tellTeam(context, handover, team.notReached),
  };
}

function helperOf({ turn: { person, name, now } }: TurnContext): Helper {
  return { person, ...(name !== undefined && { name }), at: now };
}

/** The team's last message, or the handover's status; only the person may see it. */
export function showTeamNews({ context }: TurnContext, handover: Handover): ReplyDraft {
  const { wrote, taker } = handover;
  const answer = wrote
    ? showTeamMessage(context, handover, wrote.text, taker?.name)
    : tellPerson(context, handover);
  return { answer, screen: { kind: "request" }, pointer: pointToTeamMessage(context, handover) };
}

/** The team's buttons work in its channel alone. Whoever has taken the handover may ask elsewhere who has it. */
function mayPress({ team, person }: Turn, action: Token["action"], { taker }: Handover): boolean {
  if (!isOfTeamSide(action)) return true;
  return team?.isTeamSide === true || (action === "take" && taker?.person === person);
}

/** The actions of buttons about a handover. */
export const teamActions = [
  "take",
  "close",
  "close-now",
  "keep-open",
  "open-again",
  "reply",
  "relayed",
  "forward",
] as const;

/** Handles the team's buttons, and the person's buttons about the team. */
export function pressForTeam(
  turnContext: TurnContext,
  { action, words }: { readonly action: (typeof teamActions)[number]; readonly words?: string },
): ReplyDraft {
  const { context, turn } = turnContext;
  const { handover, isForgotten } = turn.team ?? {};
  if (isForgotten) return answerForgotten(turnContext, isOfTeamSide(action));
  if (!handover) return { answer: sayWithTopics(context, context.strings.gone), fallback: "gone" };
  if (!mayPress(turn, action, handover))
    return { answer: sayWithTopics(context, context.strings.team.teamOnly) };
  switch (action) {
    case "take":
      return take(turnContext, handover);
    case "close":
      return askToClose(turnContext, handover);
    case "close-now":
      return close(turnContext, handover);
    case "keep-open":
      return keepOpen(turnContext, handover);
    case "open-again":
      return openAgain(turnContext, handover);
    case "reply":
    case "relayed":
    case "forward":
      if (handover.person !== turn.person)
        return { answer: sayWithTopics(context, context.strings.team.notYours) };
      return action === "forward"
        ? forwardWords(turnContext, handover, words)
        : showTeamNews(turnContext, handover);
  }
}
