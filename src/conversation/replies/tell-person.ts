import type { Answer } from "../../answer/answer.ts";
import { fill, plain, type Text } from "../../answer/text.ts";
import type { Handover } from "../../cases/handover.ts";
import { button, homeButton, type ReplyContext } from "./context.ts";
import { say, sayText } from "./short-answers.ts";
import { nameOf, sayWhoAndSince, showRelayedMessage, teamButton } from "./team-buttons.ts";

// To the person who asked the team.

/** How it stands. */
export function tellPerson(context: ReplyContext, handover: Handover): Answer {
  if (handover.isClosed) return tellPersonOfClosing(context, handover);
  const { takenForYou: once, takenForYouSince: since, waiting } = context.strings.team;
  const text = handover.taker ? sayWhoAndSince(context, handover.taker, { once, since }) : [plain(waiting)];
  return tellAsker(context, handover, text);
}

function tellPersonOfClosing(context: ReplyContext, handover: Handover): Answer {
  const { team, buttons } = context.strings;
  const { entry: id, closer, taker } = handover;
  const entry = id === undefined ? undefined : context.knowledge.find(id);
  const name = nameOf(context, (closer ?? taker)?.name);
  return say(context, fill(team.closedForYou, { name }), [
    ...(entry
      ? [button(context, buttons.solved, "solved", entry), button(context, buttons.stuck, "stuck", entry)]
      : []),
    teamButton(context, handover, "reply", buttons.replyTeam),
    homeButton(context),
  ]);
}

/** Who has just taken it. */
export function tellPersonOfTaker(context: ReplyContext, handover: Handover): Answer {
  const name = nameOf(context, handover.taker?.name);
  return tellAsker(context, handover, [plain(fill(context.strings.team.takenForYou, { name }))]);
}

/** That it was closed too early: the words that follow go to the team again. */
export function tellPersonOfReopening(
  context: ReplyContext,
  handover: Handover,
  by: string | undefined,
): Answer {
  const { openedForYou } = context.strings.team;
  return tellAsker(context, handover, [plain(fill(openedForYou, { name: nameOf(context, by) }))]);
}

/** A sentence about the handover, with the way to add to it. */
function tellAsker(context: ReplyContext, handover: Handover, text: Text): Answer {
  return sayText(context, text, [
    teamButton(context, handover, "reply", context.strings.buttons.replyTeam),
    homeButton(context),
  ]);
}

/** That no further question is passed on for now. */
export function tellHandoverLimit(context: ReplyContext, last: Handover): Answer {
  return tellAsker(context, last, [plain(context.strings.limits.handovers)]);
}

/** The team's message, with a button to reply. */
export function showTeamMessage(
  context: ReplyContext,
  handover: Handover,
  text: string,
  name: string | undefined,
): Answer {
  const { team, buttons } = context.strings;
  return showRelayedMessage(context, {
    name,
    text,
    hint: team.answerHere,
    buttons: [teamButton(context, handover, "reply", buttons.replyTeam), homeButton(context)],
  });
}

/** The public notice that the team has written. */
export function pointToTeamMessage(context: ReplyContext, handover: Handover): Answer {
  return say(context, context.strings.team.news, [
    teamButton(context, handover, "relayed", context.strings.buttons.showHere),
  ]);
}
