import { fill } from "../answer/text.ts";
import { countMessage, isOverLimit } from "../cases/count-unanswered.ts";
import type { Handover } from "../cases/handover.ts";
import { maxRelayedCharacters } from "../cases/team-limits.ts";
import { shorten } from "../lib/shorten.ts";
import { mask } from "../safety/mask.ts";
import { teamUnreachable } from "./hand-over.ts";
import { createReplyContext, homeButton } from "./replies/context.ts";
import { say } from "./replies/short-answers.ts";
import { showRelayedMessage, showTeamMessage, teamButton, tellTeam } from "./replies/show-team.ts";
import { postToPerson } from "./team-turns.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Relays a message from the team's thread to the person; reopens a closed handover. */
export function relayToPerson(turnContext: TurnContext, handover: Handover, text: string): ReplyDraft {
  const { context, turn } = turnContext;
  const { team, limits } = context.strings;
  if (isOverLimit(handover, "byTeam", turn.now))
    return { answer: tellTeam(context, handover, limits.wordsToPerson) };
  const { words, isCut } = cutWords(text);
  const written: Handover = {
    ...countMessage(handover, "byTeam", turn.now),
    isClosed: false,
    wrote: { text: mask(words), at: turn.now },
  };
  const name = turn.name ?? (handover.taker?.person === turn.person ? handover.taker.name : undefined);
  return {
    answer: tellTeam(context, written, isCut ? sayLimit(limits.cutForPerson) : team.delivered),
    handover: written,
    post: postToPerson(context, written, (asker) => showTeamMessage(asker, written, words, name)),
    answerIfPostFails: tellTeam(context, handover, team.notReached),
  };
}

/** Relays the person's message to the team's thread. */
export function relayToTeam(turnContext: TurnContext, handover: Handover, text: string): ReplyDraft {
  const { context, turn } = turnContext;
  const { team, limits, buttons } = context.strings;
  const leadOn = [teamButton(context, handover, "reply", buttons.addToTeam), homeButton(context)];
  const entry = handover.entry === undefined ? undefined : context.knowledge.find(handover.entry);
  if (!handover.thread || !turn.team) return { answer: teamUnreachable(context, entry) };
  if (isOverLimit(handover, "byPerson", turn.now))
    return { answer: say(context, limits.wordsToTeam, leadOn) };
  const { words, isCut } = cutWords(text);
  const open: Handover = { ...countMessage(handover, "byPerson", turn.now), isClosed: false };
  const teamContext = createReplyContext(context.knowledge, turn.team.locale, true);
  return {
    answer: say(context, isCut ? sayLimit(limits.cutForTeam) : team.passedOnWords, leadOn),
    handover: open,
    post: {
      to: handover.thread.address,
      content: {
        audience: "all",
        answer: showRelayedMessage(teamContext, {
          name: handover.name,
          text: words,
          hint: teamContext.strings.team.howToAnswer,
          buttons: [teamButton(teamContext, open, "close", teamContext.strings.buttons.close)],
        }),
      },
    },
    answerIfPostFails: teamUnreachable(context, entry),
  };
}

/** What is passed on of a message. */
function cutWords(text: string): { readonly words: string; readonly isCut: boolean } {
  const words = shorten(text, maxRelayedCharacters);
  return { words, isCut: words !== text };
}

function sayLimit(sentence: string): string {
  return fill(sentence, { limit: String(maxRelayedCharacters) });
}
