import { fill } from "../answer/text.ts";
import { countMessage, isOverLimit } from "../cases/count-unanswered.ts";
import type { Handover } from "../cases/handover.ts";
import { maxRelayedCharacters } from "../cases/team-limits.ts";
import { shorten } from "../lib/shorten.ts";
import { mask } from "../safety/mask.ts";
import { teamUnreachable } from "./hand-over.ts";
import { postToPerson, reopened } from "./post-to-person.ts";
import { createReplyContext, homeButton, type ReplyContext } from "./replies/context.ts";
import { say } from "./replies/short-answers.ts";
import { howToAnswer } from "./replies/show-handover.ts";
import { tellTeam } from "./replies/show-team.ts";
import { showRelayedMessage, teamButton } from "./replies/team-buttons.ts";
import { showTeamMessage } from "./replies/tell-person.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Relays a message from the team's thread to the person; reopens a closed handover. */
export function relayToPerson(turnContext: TurnContext, handover: Handover, text: string): ReplyDraft {
  const { context, turn } = turnContext;
  const { team, limits } = context.strings;
  if (isOverLimit(handover, "byTeam", turn.now))
    return { answer: tellTeam(context, handover, limits.wordsToPerson) };
  const { words, isCut } = cutWords(text);
  const written: Handover = {
    ...countMessage(reopened(handover), "byTeam", turn.now),
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

/** What the person writes to the team. */
interface WordsToTeam {
  readonly text: string;
  /** Set if the words say that it is solved. */
  readonly isSolved?: boolean;
  /** Set if there was a picture with them, which is not passed on. */
  readonly hasPicture?: boolean;
}

/** Relays the person's message to the team's thread. */
export function relayToTeam(
  turnContext: TurnContext,
  handover: Handover,
  { text, isSolved = false, hasPicture = false }: WordsToTeam,
): ReplyDraft {
  const { context, turn } = turnContext;
  const { team, limits, buttons } = context.strings;
  const leadOn = [teamButton(context, handover, "reply", buttons.addToTeam), homeButton(context)];
  const entry = handover.entry === undefined ? undefined : context.knowledge.find(handover.entry);
  if (!handover.thread || !turn.team) return { answer: teamUnreachable(context, entry) };
  if (isOverLimit(handover, "byPerson", turn.now))
    return { answer: say(context, limits.wordsToTeam, leadOn) };
  const { words, isCut } = cutWords(text);
  const open: Handover = countMessage(reopened(handover), "byPerson", turn.now);
  const teamContext = createReplyContext(context.knowledge, turn.team.locale, true);
  const { saysSolved } = teamContext.strings.team;
  const passedOn = hasPicture ? team.passedOnNoPicture : team.passedOnWords;
  const sentence = isCut ? sayLimit(limits.cutForTeam) : passedOn;
  return {
    answer: say(context, isSolved && !isCut ? team.solvedTold : sentence, leadOn),
    screen: isSolved ? { kind: "said", sentence: "solved" } : { kind: "request" },
    handover: open,
    post: {
      to: handover.thread.address,
      content: {
        audience: "all",
        answer: showRelayedMessage(teamContext, {
          name: handover.name,
          text: words,
          ...(isSolved && { heading: saysSolved }),
          hint: howToAnswer(teamContext, turn.team.relaysAll ?? false),
          buttons: isSolved ? [closeButton(teamContext, open)] : [],
        }),
      },
    },
    answerIfPostFails: teamUnreachable(context, entry),
    ...(isSolved && entry && { facts: [{ kind: "solved", entry: entry.id, locale: context.locale }] }),
  };
}

/**
 * Passes on words that the bot took for its own. They are only kept for a while: after that, and once they were passed
 * on, the person is asked to write them again.
 */
export function forwardWords(
  turnContext: TurnContext,
  handover: Handover,
  words: string | undefined,
): ReplyDraft {
  const { context, state } = turnContext;
  const { team, buttons } = context.strings;
  const found = state.forwardable.find(({ id }) => id === words);
  if (!found) {
    const next = [teamButton(context, handover, "reply", buttons.replyTeam), homeButton(context)];
    return { answer: say(context, team.forwardGone, next) };
  }
  const left = state.forwardable.filter((one) => one !== found);
  const draft = relayToTeam(turnContext, handover, found);
  return draft.post ? { ...draft, stateChanges: { forwardable: left } } : draft;
}

/** Tells the team that the topic it was asked about is solved, if this is so: nobody there would know otherwise. */
export function tellTeamOfSolved(
  { context, turn }: TurnContext,
  entry: string | undefined,
): Pick<ReplyDraft, "note"> {
  const { handover, locale, relaysAll = false } = turn.team ?? {};
  if (!handover?.thread || !locale || handover.isClosed || handover.person !== turn.person) return {};
  if (entry !== undefined && entry !== handover.entry) return {};
  const teamContext = createReplyContext(context.knowledge, locale, true);
  const answer = showRelayedMessage(teamContext, {
    name: handover.name,
    heading: teamContext.strings.team.pressedSolved,
    hint: howToAnswer(teamContext, relaysAll),
    buttons: [closeButton(teamContext, handover)],
  });
  return { note: { to: handover.thread.address, answer } };
}

function closeButton(teamContext: ReplyContext, handover: Handover) {
  return teamButton(teamContext, handover, "close", teamContext.strings.buttons.close);
}

/** What is passed on of a message. */
function cutWords(text: string): { readonly words: string; readonly isCut: boolean } {
  const words = shorten(text, maxRelayedCharacters);
  return { words, isCut: words !== text };
}

function sayLimit(sentence: string): string {
  return fill(sentence, { limit: String(maxRelayedCharacters) });
}
