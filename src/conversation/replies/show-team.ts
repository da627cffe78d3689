import type { Answer } from "../../answer/answer.ts";
import { fill, plain, type Text } from "../../answer/text.ts";
import type { Handover } from "../../cases/handover.ts";
import type { ReplyContext } from "./context.ts";
import { say, sayText } from "./short-answers.ts";
import { standingButtons } from "./show-handover.ts";
import { nameOf, sayWhoAndSince, teamButton } from "./team-buttons.ts";

// To the team, in the thread of a handover.

/** A sentence, with the name of who took it; who may take it still can. */
export function tellTeam(context: ReplyContext, handover: Handover, sentence: string): Answer {
  const { name } = handover.taker ?? {};
  const text = [plain(fill(sentence, { name: nameOf(context, name) }))];
  return handover.taker || handover.isClosed
    ? sayText(context, text, [])
    : sayWithStanding(context, handover, text);
}

/** Who has just taken it, and the way to close it. */
export function tellTeamOfTaker(context: ReplyContext, handover: Handover): Answer {
  const text = fill(context.strings.team.taken, { name: nameOf(context, handover.taker?.name) });
  return sayWithStanding(context, handover, [plain(text)]);
}

/** Who has it already. */
export function tellTeamWhoHasIt(context: ReplyContext, handover: Handover): Answer {
  const { taken, takenSince } = context.strings.team;
  const text = sayWhoAndSince(context, handover.taker, { once: taken, since: takenSince });
  return sayText(context, text, []);
}

/** Whether to close it: a slip of the hand must not tell the person that it is over. */
export function askTeamToClose(context: ReplyContext, handover: Handover): Answer {
  const { team, buttons } = context.strings;
  return say(context, fill(team.closeAsk, { name: nameOf(context, handover.name) }), [
    teamButton(context, handover, "close-now", buttons.closeNow),
    teamButton(context, handover, "keep-open", buttons.keepOpen),
  ]);
}

/** That it is closed, now or already, and the way to undo that. */
export function tellTeamOfClosing(context: ReplyContext, handover: Handover, isNew: boolean): Answer {
  const { closed, closedAlready } = context.strings.team;
  const { name } = handover.closer ?? handover.taker ?? {};
  const text = isNew ? fill(closed, { name: nameOf(context, name) }) : closedAlready;
  return sayWithStanding(context, handover, [plain(text)]);
}

function sayWithStanding(context: ReplyContext, handover: Handover, text: Text): Answer {
  return sayText(context, text, standingButtons(context, handover));
}

/** To a helper alone: their words in the thread did not go to the person, and what does. */
export function hintHelper(context: ReplyContext, handover: Handover): Answer {
  const { mentionToReply } = context.strings.team;
  return say(context, fill(mentionToReply, { name: nameOf(context, handover.name) }), []);
}
