import { sayWithTopics } from "./replies/short-answers.ts";
import {
  pointToKept,
  sayDeletedToTeam,
  sayForgotten,
  sayNotForgotten,
  sayRequestDeleted,
  showKept,
} from "./replies/show-kept.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

// What is kept of a person: shown to them, deleted if they wish.

/** Handles the buttons about what is kept of who presses. */
export function pressKept(turnContext: TurnContext, action: "kept" | "forget-all" | "keep-all"): ReplyDraft {
  switch (action) {
    case "kept":
      return openKept(turnContext);
    case "forget-all":
      return forgetAll(turnContext);
    case "keep-all":
      return keepAll(turnContext);
  }
}

/** Shows what is kept. It is loaded for this reply alone, so that the turn is asked for again with it. */
export function openKept(turnContext: TurnContext): ReplyDraft {
  const { context, turn } = turnContext;
  const how = privately(turnContext);
  if (!turn.kept) return { answer: sayWithTopics(context, context.strings.fault), needsKept: true, ...how };
  return {
    answer: showKept(context, turn.kept),
    screen: { kind: "kept" },
    stateChanges: { asked: "forget" },
    ...how,
  };
}

export function forgetAll(turnContext: TurnContext): ReplyDraft {
  const { context } = turnContext;
  return {
    answer: sayForgotten(context),
    forgets: { answerIfItFails: sayNotForgotten(context) },
    ...privately(turnContext),
  };
}

export function keepAll(turnContext: TurnContext): ReplyDraft {
  const { context } = turnContext;
  return {
    answer: sayWithTopics(context, context.strings.kept.unchanged),
    screen: { kind: "keeping" },
    ...privately(turnContext),
  };
}

/**
 * A channel learns nothing of it but that there is something. Unasked, who began the conversation may say the words there
 * like any others.
 */
function privately({ context, turn }: TurnContext): Pick<ReplyDraft, "pointer" | "unprompted"> {
  if (turn.place !== "channel") return {};
  return { pointer: pointToKept(context), ...(turn.owner === turn.person && { unprompted: "sure" }) };
}

/** The answer to a button, or to words in the team's thread, of a request that was forgotten. */
export function answerForgotten({ context }: TurnContext, isForTeam: boolean): ReplyDraft {
  return { answer: isForTeam ? sayDeletedToTeam(context) : sayRequestDeleted(context) };
}
