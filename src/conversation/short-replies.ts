import { readToken } from "../answer/token.ts";
import { sayWithOffered } from "./replies/short-answers.ts";
import { showScreen } from "./show-again.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

// The replies to short words that depend on nothing else.

/** Words that mean nothing without what was shown last. */
export type ShortWord = "ok" | "yes" | "no" | "thanks" | "later";

/** The topics under a sentence. */
export function topics(turnContext: TurnContext, sentence: "inOwnWords" | "otherwise"): ReplyDraft {
  return { ...showScreen(turnContext, { kind: "topics", sentence }), unprompted: "sure" };
}

/** Nothing is left to do. */
export function done(turnContext: TurnContext, word: ShortWord): ReplyDraft {
  if (word === "thanks") return showScreen(turnContext, { kind: "said", sentence: "thanks" });
  return showScreen(turnContext, { kind: "topics", sentence: "allRight" });
}

/** Asks for one of the options on the screen. */
export function pickOne(turnContext: TurnContext): ReplyDraft {
  return withOffered(turnContext, turnContext.context.strings.talk.pickOne);
}

/** A sentence, with what is on the screen still on it. */
export function withOffered({ context, state }: TurnContext, sentence: string): ReplyDraft {
  const { offered, asked, screen } = state;
  return {
    answer: sayWithOffered(
      context,
      sentence,
      offered.filter(({ token }) => readToken(token)?.action !== "language"),
    ),
    stateChanges: { asked },
    ...(screen && { screen }),
    unprompted: "sure",
  };
}
