import { findLocale } from "../answer/locale.ts";
import { readToken, type Token } from "../answer/token.ts";
import type { Handover } from "../cases/handover.ts";
import { answerForgotten } from "./kept-turns.ts";
import { createReplyContext, type ReplyContext } from "./replies/context.ts";
import { sayWithTopics } from "./replies/short-answers.ts";
import {
  pointToTeamMessage,
  showTeamMessage,
  tellPerson,
  tellPersonOfTaker,
  tellTeam,
  tellTeamWhoHasIt,
} from "./replies/show-team.ts";
import type { ReplyDraft, Turn, TurnContext } from "./types.ts";

// Between a person and the team: taking and closing, and what the team wrote.

/** A helper takes the handover; if somebody has it already, they keep it. */
function take(turnContext: TurnContext, handover: Handover): ReplyDraft {
  const { context, turn } = turnContext;
  const { team } = context.strings;
  if (handover.isClosed) return { answer: tellTeam(context, handover, team.closedAlready) };
  if (handover.taker) return { answer: tellTeamWhoHasIt(context, handover) };
  const taken: Handover = { ...handover, taker: { ...takerOf(turnContext), at: turn.now } };
  return {
    answer: tellTeam(context, taken, team.taken),
    handover: taken,
    post: postToPerson(context, taken, (asker) => tellPersonOfTaker(asker, taken)),
    answerIfPostFails: tellTeam(context, handover, team.notReached),
  };
}

function close(turnContext: TurnContext, handover: Handover): ReplyDraft {
  const { context } = turnContext;
  const { team } = context.strings;
  if (handover.isClosed) return { answer: tellTeam(context, handover, team.closedAlready) };
  const closed: Handover = { ...handover, isClosed: true, taker: takerOf(turnContext) };
  return {
    answer: tellTeam(context, closed, team.closed),
    handover: closed,
    post: postToPerson(context, closed, (asker) => tellPerson(asker, closed)),
    answerIfPostFails: tellTeam(context, handover, team.notReached),
  };
}

function takerOf({ turn: { person, name } }: TurnContext): Handover["taker"] & {} {
  return { person, ...(name !== undefined && { name }) };
}

/** A message to the person in their direct messages, in their language. */
export function postToPerson(
  { knowledge }: ReplyContext,
  handover: Handover,
  tell: (asker: ReplyContext) => ReplyDraft["answer"],
): ReplyDraft["post"] & {} {
  const locale = findLocale(knowledge.strings.keys(), handover.locale) ?? handover.locale;
  const asker = createReplyContext(knowledge, locale, true);
  return {
    to: handover.address,
    content: { answer: tell(asker), audience: "direct", pointer: pointToTeamMessage(asker, handover) },
  };
}

/** For a day after the team wrote, direct messages count as an answer to it. */
const teamReplyWindowMs = 24 * 3_600_000;

/**
 * The handover that a direct message answers: if the team wrote last, or the bot has shown nothing else since.
 */
export function openHandoverFor({ turn, state }: Pick<TurnContext, "turn" | "state">): Handover | undefined {
  const { team, place, person, now } = turn;
  const handover = team?.handover;
  if (place !== "private" || !handover?.wrote || handover.isClosed || handover.person !== person)
    return undefined;
  const { at } = handover.wrote;
  const isLast = state.at === undefined || state.at < at;
  const isAboutTeam = state.offered.some(({ token }) => readToken(token)?.handover === handover.id);
  return now - at < teamReplyWindowMs && (isLast || isAboutTeam) ? handover : undefined;
}

/** The team's last message, or the handover's status; only the person may see it. */
function showTeamNews({ context }: TurnContext, handover: Handover): ReplyDraft {
  const { wrote, taker } = handover;
  const answer = wrote
    ? showTeamMessage(context, handover, wrote.text, taker?.name)
    : tellPerson(context, handover);
  return { answer, pointer: pointToTeamMessage(context, handover) };
}

/** The team's buttons work in its channel alone. Whoever has taken the handover may ask elsewhere who has it. */
function mayPress({ team, person }: Turn, action: Token["action"], { taker }: Handover): boolean {
  if (action !== "take" && action !== "close") return true;
  return team?.isTeamSide === true || (action === "take" && taker?.person === person);
}

/** Handles the team's buttons, and the person's buttons about the team. */
export function pressForTeam(
  turnContext: TurnContext,
  action: "take" | "close" | "reply" | "relayed",
): ReplyDraft {
  const { context, turn } = turnContext;
  const { handover, isForgotten } = turn.team ?? {};
  if (isForgotten) return answerForgotten(turnContext, action === "take" || action === "close");
  if (!handover) return { answer: sayWithTopics(context, context.strings.gone), fallback: "gone" };
  if (!mayPress(turn, action, handover))
    return { answer: sayWithTopics(context, context.strings.team.teamOnly) };
  switch (action) {
    case "take":
      return take(turnContext, handover);
    case "close":
      return close(turnContext, handover);
    case "reply":
    case "relayed":
      if (handover.person === turn.person) return showTeamNews(turnContext, handover);
      return { answer: sayWithTopics(context, context.strings.team.notYours) };
  }
}
