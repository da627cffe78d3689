import { type Answer, paragraph } from "../answer/answer.ts";
import type { Locale } from "../answer/locale.ts";
import { plain } from "../answer/text.ts";
import { readToken } from "../answer/token.ts";
import { type Entry, hasAdministratorMessage, toldBy } from "../knowledge/entry.ts";
import type { ReplyContext } from "./replies/context.ts";
import { showEntry } from "./replies/show-entry.ts";
import { showMessage } from "./replies/show-escalation.ts";
import { keptHint } from "./replies/show-kept.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/** Shows an entry and makes it the current one. */
export function openEntry(turnContext: TurnContext, entry: Entry): ReplyDraft {
  const { context, state } = turnContext;
  const wasOffered = state.offered.some(({ token }) => readToken(token)?.entry === entry.id);
  const answer = showEntry(context, entry);
  return {
    answer: entry.id === context.knowledge.home ? withKeptHint(turnContext, answer) : answer,
    stateChanges: {
      entry: entry.id,
      progress: "shown",
      wasSorry: undefined,
      others: wasOffered ? state.others : [],
      tried:
        entry.kind === "choice" ? state.tried : state.tried.filter((id) => isSameProblem(context, entry, id)),
      told: { ...state.told, ...toldBy(entry) },
      waiting: stillWaiting(context, entry, state.waiting),
    },
    screen: { kind: "entry", entry: entry.id },
    facts: [{ kind: "answered", entry: entry.id, locale: context.locale }],
    unprompted: "sure",
  };
}

/** The troubles that wait while an entry is open: not the entry, nor the choice that led to it. */
function stillWaiting(
  { knowledge }: ReplyContext,
  entry: Entry,
  waiting: readonly string[],
): readonly string[] {
  return waiting.filter((id) => {
    const other = knowledge.find(id);
    return other && other.id !== entry.id && !(other.kind === "choice" && other.options.includes(entry.id));
  });
}

/** In a direct message, the first words also say how to see and delete what is kept. */
export function withKeptHint({ context, turn }: TurnContext, answer: Answer): Answer {
  return turn.place === "private" ? { ...answer, blocks: [...answer.blocks, keptHint(context)] } : answer;
}

/** Whether two entries are about the same problem: steps tried for one count for the other. */
function isSameProblem({ knowledge }: ReplyContext, entry: Entry, id: string): boolean {
  const other = knowledge.find(id);
  if (!other) return false;
  const pointsTo = (from: Entry, to: Entry) => from.related.includes(to.id) || from.refines === to.id;
  return entry.id === other.id || pointsTo(entry, other) || pointsTo(other, entry);
}

/** @param language the language of the message, which may differ from the conversation's */
export function openMessage({ context }: TurnContext, entry: Entry, language: Locale): ReplyDraft {
  return {
    answer: showMessage(context, entry, language),
    stateChanges: { entry: entry.id, progress: "escalated" },
    screen: {
      kind: "message",
      entry: entry.id,
      ...(language !== context.locale && { into: language }),
    },
    facts: [{ kind: "drafted", entry: entry.id, locale: context.locale }],
  };
}

/**
 * What helps instead of a case to AWS Support, for who said that it is not theirs to help: the entry's message to the
 * administrator, or its steps.
 */
export function openInstead(turnContext: TurnContext, entry: Entry): ReplyDraft {
  if (!hasAdministratorMessage(entry)) return openEntry(turnContext, entry);
  const { context } = turnContext;
  const { answer, ...rest } = openMessage(turnContext, entry, context.locale);
  return {
    ...rest,
    answer: addAdministratorOnly(context, answer),
    screen: { kind: "message", entry: entry.id, isInstead: true },
  };
}

/** Says before the message that AWS Support can't help. */
export function addAdministratorOnly({ strings }: ReplyContext, answer: Answer): Answer {
  return { ...answer, blocks: [paragraph(plain(strings.administratorOnly)), ...answer.blocks] };
}
