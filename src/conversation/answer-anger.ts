import { maxTriedEntries } from "../cases/limits.ts";
import { currentEntry } from "./actions.ts";
import { showScreen } from "./show-again.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/**
 * To who scolds the bot, or swears: sorry, once, and the ways on. Steps that were shown count as not having helped. The
 * words are neither repeated nor kept.
 */
export function answerAnger(turnContext: TurnContext): ReplyDraft {
  const { context, state } = turnContext;
  const entry = currentEntry(turnContext);
  const isAnswer = entry?.kind === "answer";
  const isNew = isAnswer && state.progress === "shown";
  return {
    ...showScreen(turnContext, {
      kind: "sorry",
      ...(isAnswer && { entry: entry.id }),
      ...(state.wasSorry && { isAgain: true }),
    }),
    stateChanges: {
      wasSorry: true,
      ...(isAnswer && { progress: "escalated" }),
      ...(isNew && {
        tried: [...state.tried.filter((id) => id !== entry.id), entry.id].slice(-maxTriedEntries),
      }),
    },
    effects: isAnswer ? [{ kind: "mark", as: "open" }] : [],
    facts: isNew ? [{ kind: "stuck", entry: entry.id, locale: context.locale }] : [],
    ...(turnContext.turn.owner !== undefined && { unprompted: "sure" }),
  };
}
