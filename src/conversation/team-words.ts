import type { Handover } from "../cases/handover.ts";
import { maxHinted } from "../cases/handover.ts";
import type { Question } from "./answer-question.ts";
import { answerForgotten } from "./kept-turns.ts";
import { relayToPerson } from "./relay-words.ts";
import { hintHelper, tellTeam } from "./replies/show-team.ts";
import type { ReplyDraft, Team, TurnContext, WordlessReply } from "./types.ts";

/** What begins so in the team's thread is for the team alone, where everything else is passed on. */
const asideMark = "//";

/**
 * Words in the team's thread. Those that address the bot go to the person; of the others it depends on a setting. Undefined
 * if the thread's handover is not known.
 */
export function hearTeam(
  turnContext: TurnContext,
  { handover, isForgotten, relaysAll }: Team,
  { text }: Question,
): ReplyDraft | WordlessReply | undefined {
  const { context, turn } = turnContext;
  if (isForgotten) return answerForgotten(turnContext, true);
  if (!handover) return undefined;
  const hasWords = /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
  if (relaysAll && text.trimStart().startsWith(asideMark)) return quiet("the team's words among themselves");
  if (turn.addressed)
    return hasWords
      ? relayToPerson(turnContext, handover, text)
      : { answer: tellTeam(context, handover, context.strings.team.noWords) };
  if (turn.person === handover.person) return quiet("the person's own words in the team's thread");
  if (!relaysAll || !hasWords) return hintOnce(turnContext, handover);
  return { ...relayToPerson(turnContext, handover, text), forHelper: "thread" };
}

/** A helper whose words lack the mention is told once what reaches the person. */
function hintOnce({ context, turn }: TurnContext, handover: Handover): ReplyDraft | WordlessReply {
  const { hinted = [] } = handover;
  if (hinted.includes(turn.person) || hinted.length >= maxHinted)
    return quiet("words in the team's thread that don't address the bot");
  return {
    answer: hintHelper(context, handover),
    handover: { ...handover, hinted: [...hinted, turn.person] },
    forHelper: "alone",
  };
}

function quiet(because: string): WordlessReply {
  return { reply: { kind: "silence", because } };
}
