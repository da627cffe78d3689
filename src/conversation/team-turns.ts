import { createHash } from "node:crypto";
import { findLocale } from "../answer/locale.ts";
import { readToken } from "../answer/token.ts";
import type { Handover } from "../cases/handover.ts";
import type { Entry } from "../knowledge/entry.ts";
import { mask } from "../safety/mask.ts";
import { answerForgotten } from "./kept-turns.ts";
import { createReplyContext, homeButton, type ReplyContext } from "./replies/context.ts";
import { say, sayWithTopics, showWaysToPerson } from "./replies/short-answers.ts";
import { myDataButton } from "./replies/show-kept.ts";
import {
  pointToTeamMessage,
  showHandover,
  showRelayedMessage,
  showTeamMessage,
  teamButton,
  tellPerson,
  tellPersonOfTaker,
  tellTeam,
  tellTeamWhoHasIt,
} from "./replies/show-team.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

// Between a person and the team: handing over, taking and closing, and relaying words.

/** Hands a person over to the team, once for each topic while it is open. */
export function handOver(turnContext: TurnContext, entry: Entry | undefined): ReplyDraft {
  const { context, turn, state } = turnContext;
  const { team, person, name, address, drafts } = turn;
  if (!team) return { answer: showWaysToPerson(context, entry), fallback: "person" };
  const last = team.handover;
  if (last && last.person === person && !last.isClosed && last.entry === entry?.id)
    return { answer: tellPerson(context, last) };

  const draft = entry && drafts?.[entry.id];
  const tried = [...new Set([...(draft?.tried ?? []), ...state.tried])];
  const handover: Handover = {
    id: handoverId(turn.id),
    person,
    ...(name !== undefined && { name }),
    locale: context.locale,
    address,
    ...(entry && { entry: entry.id }),
    at: turn.now,
    isClosed: false,
  };
  const teamContext = createReplyContext(context.knowledge, team.locale, true);
  const question = state.words ?? draft?.question;
  return {
    answer: say(context, context.strings.team.passedOn, [
      teamButton(context, handover, "reply", context.strings.buttons.addToTeam),
      myDataButton(context),
      homeButton(context),
    ]),
    handover,
    post: {
      to: "team",
      content: { answer: showHandover(teamContext, handover, { question, tried, draft }), audience: "all" },
    },
    answerIfPostFails: teamUnreachable(context, entry),
    facts: [{ kind: "handed-over", locale: context.locale }],
    stateChanges: { entry: entry?.id, progress: "escalated" },
  };
}

/** Says that the team can't be reached, and shows other ways to a person. */
function teamUnreachable(context: ReplyContext, entry: Entry | undefined): ReplyDraft["answer"] {
  const { buttons } = showWaysToPerson(context, entry);
  return say(context, context.strings.team.unreachable, buttons);
}

/** A handover's id: short enough for a token, and the same for the same event. */
function handoverId(event: string): string {
  return createHash("sha256").update(event).digest("hex").slice(0, 16);
}

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

/** Relays a message from the team's thread to the person; reopens a closed handover. */
export function relayToPerson(turnContext: TurnContext, handover: Handover, text: string): ReplyDraft {
  const { context, turn } = turnContext;
  const { team } = context.strings;
  const written: Handover = {
    ...handover,
    isClosed: false,
    wrote: { text: mask(text), at: turn.now },
  };
  const name = turn.name ?? (handover.taker?.person === turn.person ? handover.taker.name : undefined);
  return {
    answer: tellTeam(context, written, team.delivered),
    handover: written,
    post: postToPerson(context, written, (asker) => showTeamMessage(asker, written, text, name)),
    answerIfPostFails: tellTeam(context, handover, team.notReached),
  };
}

function postToPerson(
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

/** Relays the person's message to the team's thread. */
export function relayToTeam(turnContext: TurnContext, handover: Handover, text: string): ReplyDraft {
  const { context, turn } = turnContext;
  const { team, buttons } = context.strings;
  const entry = handover.entry === undefined ? undefined : context.knowledge.find(handover.entry);
  if (!handover.thread || !turn.team) return { answer: teamUnreachable(context, entry) };
  const open: Handover = { ...handover, isClosed: false };
  const teamContext = createReplyContext(context.knowledge, turn.team.locale, true);
  return {
    answer: say(context, team.passedOnWords, [
      teamButton(context, handover, "reply", buttons.addToTeam),
      homeButton(context),
    ]),
    handover: open,
    post: {
      to: handover.thread.address,
      content: {
        audience: "all",
        answer: showRelayedMessage(teamContext, {
          name: handover.name,
          text,
          hint: teamContext.strings.team.howToAnswer,
          buttons: [teamButton(teamContext, open, "close", teamContext.strings.buttons.close)],
        }),
      },
    },
    answerIfPostFails: teamUnreachable(context, entry),
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

/** Handles the team's buttons, and the person's buttons about the team. */
export function pressForTeam(
  turnContext: TurnContext,
  action: "take" | "close" | "reply" | "relayed",
): ReplyDraft {
  const { context, turn } = turnContext;
  const { handover, isForgotten } = turn.team ?? {};
  if (isForgotten) return answerForgotten(turnContext, action === "take" || action === "close");
  if (!handover) return { answer: sayWithTopics(context, context.strings.gone), fallback: "gone" };
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
