import type { Entry } from "../knowledge/entry.ts";
import type { Match } from "../matching/match.ts";
import { openEntry } from "./open-entry.ts";
import { inOrder } from "./replies/show-troubles.ts";
import { showScreen } from "./show-again.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

// Several troubles of one person: one is solved first, and the others wait.

/** Maximum troubles that wait. */
const maxWaiting = 5;

/** Names the troubles that a message tells of; all of them wait until they are opened. */
export function openTroubles(
  turnContext: TurnContext,
  troubles: readonly Entry[],
  others: readonly string[],
): ReplyDraft {
  const ids = inOrder(troubles).map(({ id }) => id);
  return {
    ...showScreen(turnContext, { kind: "several", entries: ids }),
    stateChanges: { entry: undefined, progress: undefined, others, waiting: ids, asked: "next" },
    facts: [{ kind: "suggested", entries: ids, locale: turnContext.context.locale }],
    unprompted: "guess",
    fallback: "suggest",
  };
}

/** Nothing waits any more. */
export function letGo(turnContext: TurnContext): ReplyDraft {
  return {
    ...showScreen(turnContext, { kind: "topics", sentence: "letGo" }),
    stateChanges: { waiting: [] },
    unprompted: "sure",
  };
}

/**
 * One more trouble, told by the way while another one is being solved: "and also my card was declined". Undefined if the
 * message does not begin like that, or is not clearly about something else.
 */
export function noteTrouble(
  turnContext: TurnContext,
  { text, match, current }: { readonly text: string; readonly match: Match; readonly current: Entry },
): ReplyDraft | undefined {
  const { responder, context, state } = turnContext;
  const isClear = match.outcome === "answer" || match.outcome === "choice";
  if (!isClear || current.kind !== "answer" || !responder.intents.beginsMore(text)) return undefined;
  const later = context.knowledge.find(match.entry);
  if (!later || later.kind === "elsewhere" || isSame(current, later)) return undefined;
  const waiting = [...state.waiting.filter((id) => id !== later.id), later.id].slice(-maxWaiting);
  return {
    ...showScreen(turnContext, { kind: "noted", entry: current.id, later: later.id }),
    stateChanges: { waiting },
    facts: [{ kind: "suggested", entries: [later.id], locale: context.locale }],
    unprompted: "sure",
  };
}

/**
 * What is too vague by itself may name a trouble that waits: "and the phone?". Undefined if nothing waits, or it is clearly
 * about something else.
 */
export function answerWaiting(turnContext: TurnContext, match: Match): ReplyDraft | undefined {
  const { context, state } = turnContext;
  const isClear = match.outcome === "answer" || match.outcome === "choice";
  if (isClear && context.knowledge.find(match.entry)?.kind !== "elsewhere") return undefined;
  const [first, second] = match.candidates.filter(({ entry }) => state.waiting.includes(entry));
  const isLikely =
    first && first.confidence >= minWaiting && first.confidence >= 2 * (second?.confidence ?? 0);
  const entry = isLikely ? context.knowledge.find(first.entry) : undefined;
  return entry && openEntry(turnContext, entry);
}

/** Minimum confidence (0 to 1) in a trouble that waits. */
const minWaiting = 0.005;

function isSame(one: Entry, other: Entry): boolean {
  return (
    one.id === other.id ||
    one.refines === other.id ||
    other.refines === one.id ||
    one.related.includes(other.id) ||
    other.related.includes(one.id)
  );
}
