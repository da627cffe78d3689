import { escalate, markSolved, suggestOthers } from "./actions.ts";
import { openEntry } from "./open-entry.ts";
import type { Screen } from "./screen.ts";
import { done, pickOne, type ShortWord, topics } from "./short-replies.ts";
import { showScreen } from "./show-again.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

// Short words after an entry, or after a question about its steps.

export function afterEntry(turnContext: TurnContext, word: ShortWord, id: string): ReplyDraft {
  const entry = turnContext.context.knowledge.find(id);
  if (entry?.kind === "answer") return afterSteps(turnContext, word, id);
  if (word === "thanks" || word === "later") return done(turnContext, word);
  if (word === "yes" && entry?.kind === "elsewhere") return topics(turnContext, "inOwnWords");
  if (word !== "no") return entry?.kind === "choice" ? pickOne(turnContext) : done(turnContext, word);
  return entry && entry.id !== turnContext.context.knowledge.home
    ? suggestOthers(turnContext, entry)
    : topics(turnContext, "inOwnWords");
}

/** After steps: whether they helped is told later, or with a "no" at once. */
export function afterSteps(turnContext: TurnContext, word: ShortWord, id: string): ReplyDraft {
  const entry = turnContext.context.knowledge.find(id);
  if (!entry) return done(turnContext, word);
  if (word === "no") return escalate(turnContext, entry);
  const sentence = word === "thanks" ? "thanksFor" : "tellMe";
  return {
    ...showScreen(turnContext, { kind: "said", sentence, entry: id }),
    stateChanges: { asked: "worked" },
    unprompted: "sure",
  };
}

export function afterSentence(
  turnContext: TurnContext,
  word: ShortWord,
  { sentence, entry: id }: Extract<Screen, { readonly kind: "said" }>,
): ReplyDraft {
  const entry = id === undefined ? undefined : turnContext.context.knowledge.find(id);
  if (!entry) return word === "yes" ? topics(turnContext, "inOwnWords") : done(turnContext, word);
  const isAsked = sentence === "thanksFor" || sentence === "tellMe";
  if (word === "yes" && isAsked) return markSolved(turnContext, entry);
  return afterSteps(turnContext, word, entry.id);
}

/** After the question whether the steps helped. */
export function afterNudge(turnContext: TurnContext, word: ShortWord, id: string): ReplyDraft {
  const entry = turnContext.context.knowledge.find(id);
  return word === "yes" && entry ? markSolved(turnContext, entry) : afterSteps(turnContext, word, id);
}

export function afterNoted(
  turnContext: TurnContext,
  word: ShortWord,
  { entry, later }: Extract<Screen, { readonly kind: "noted" }>,
): ReplyDraft {
  const other = turnContext.context.knowledge.find(later);
  return word === "no" && other
    ? openEntry(turnContext, other)
    : afterSteps(turnContext, word === "no" ? "ok" : word, entry);
}
