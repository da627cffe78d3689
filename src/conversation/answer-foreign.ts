import type { Match } from "../matching/match.ts";
import { showScreen } from "./show-again.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Below this probability that a question is ours, nothing of it is offered. */
const minOurs = 0.3;

/**
 * To words in a language that the bot doesn't speak and that it is not sure of: which languages it speaks, and what it has
 * understood all the same. Undefined for all others.
 */
export function answerForeign(turnContext: TurnContext, match: Match, text: string): ReplyDraft | undefined {
  const { responder, context } = turnContext;
  const found = responder.recogniseForeign(text);
  if (!found?.isWhole && isSure(turnContext, match)) return undefined;
  const foreign = found ?? foreignBefore(turnContext, match);
  if (!foreign) return undefined;
  const entries = match.outcome === "suggest" && match.ours >= minOurs ? match.entries : [];
  return {
    ...showScreen(turnContext, { kind: "foreign", ...(foreign.code && { code: foreign.code }), entries }),
    stateChanges: { entry: undefined, progress: undefined, others: [] },
    ...(foreign.code === undefined && entries.length === 0 && ({ fallback: "decline" } as const)),
    facts:
      entries.length > 0
        ? [{ kind: "suggested", entries, locale: context.locale }]
        : [{ kind: "declined", locale: context.locale }],
  };
}

/** After words in such a language, what can't be understood is taken for more of them: "oui", "gracias". */
function foreignBefore(
  { state }: TurnContext,
  match: Match,
): ReturnType<TurnContext["responder"]["recogniseForeign"]> {
  const { screen } = state;
  if (screen?.kind !== "foreign" || match.outcome === "suggest") return undefined;
  return screen.code === undefined ? {} : { code: screen.code };
}

/** Whether the question has an answer of ours. */
function isSure({ context }: TurnContext, match: Match): boolean {
  if (match.outcome !== "answer" && match.outcome !== "choice") return false;
  return context.knowledge.find(match.entry)?.kind !== "elsewhere" || match.ours >= minOurs;
}
