import { paragraph } from "../answer/answer.ts";
import { maxTriedEntries } from "../cases/limits.ts";
import type { Entry } from "../knowledge/entry.ts";
import { textOf } from "../knowledge/knowledge.ts";
import { openCase } from "./case-turns.ts";
import { openEntry, openInstead, openMessage, withKeptHint } from "./open-entry.ts";
import { tellTeamOfSolved } from "./relay-words.ts";
import { homeOf, type ReplyContext } from "./replies/context.ts";
import { sayWithFeedback, sayWithTopics, showWaysToPerson, suggestEntries } from "./replies/short-answers.ts";
import { caseEntryOf, entryInstead, escalationOf, showStillStuck } from "./replies/show-escalation.ts";
import { offerNext } from "./replies/show-troubles.ts";
import type { State } from "./state.ts";
import type { ReplyDraft, Turn, TurnContext } from "./types.ts";

// The replies that a button or free text can ask for.

const maxSuggestions = 3;

/** Whether somebody other than the conversation's owner writes or presses, in a channel. */
export function isVisitor({ place, owner, person }: Turn): boolean {
  return place === "channel" && owner !== undefined && owner !== person;
}

/** The entry that the conversation is caseEntry. */
export function currentEntry({
  state,
  context,
}: {
  readonly state: State;
  readonly context: ReplyContext;
}): Entry | undefined {
  return state.entry === undefined ? undefined : context.knowledge.find(state.entry);
}

/** The front page. After a bare command it also says what can be typed after the command. */
export function openHome(turnContext: TurnContext): ReplyDraft {
  const { context, turn } = turnContext;
  const page = homeOf(context.knowledge);
  const draft = page ? openEntry(turnContext, page) : greet(turnContext);
  if (turn.place !== "aside" || turn.input.kind !== "open") return draft;
  const { answer } = draft;
  return {
    ...draft,
    answer: { ...answer, blocks: [...answer.blocks, paragraph(...context.strings.commandHint)] },
  };
}

export function greet(turnContext: TurnContext): ReplyDraft {
  const { context } = turnContext;
  return {
    answer: withKeptHint(turnContext, sayWithTopics(context, context.strings.greeting)),
    screen: { kind: "topics", sentence: "greeting" },
  };
}

/** The entry helped. Without one, the thanks are answered all the same. */
export function markSolved(turnContext: TurnContext, entry?: Entry): ReplyDraft {
  const { context, turn } = turnContext;
  if (isVisitor(turn))
    return {
      answer: sayWithFeedback(context, context.strings.solvedByOther),
      screen: { kind: "said", sentence: "solvedByOther" },
    };
  const next = entry && nextTrouble(turnContext, entry);
  return {
    answer: next ? offerNext(context, entry, next) : sayWithFeedback(context, context.strings.solved),
    screen: next ? { kind: "next", done: entry.id, entry: next.id } : { kind: "said", sentence: "solved" },
    stateChanges: {
      entry: undefined,
      progress: undefined,
      tried: [],
      told: {},
      words: undefined,
      ...(next ? { asked: "next" } : { waiting: [] }),
    },
    effects: entry ? [{ kind: "mark", as: "solved" }] : [],
    facts: entry ? [{ kind: "solved", entry: entry.id, locale: context.locale }] : [],
    ...(entry && { unprompted: "sure" }),
    ...tellTeamOfSolved(turnContext, entry?.id),
  };
}

/** The next trouble that waits, once one is solved. */
function nextTrouble({ context, state }: TurnContext, solved: Entry): Entry | undefined {
  const waiting = state.waiting.flatMap((id) => context.knowledge.find(id) ?? []);
  return waiting.find(({ id }) => id !== solved.id);
}

/**
 * The steps did not help: first what else to check, then the case or message to whoever can help, then a
 * person. A choice, or a page about something else, that does not help leads to a person at once.
 */
export function escalate(turnContext: TurnContext, entry: Entry): ReplyDraft {
  const { context, state } = turnContext;
  const progress = state.entry === entry.id ? state.progress : "shown";
  const draft = progress === "stuck" ? openEscalation(turnContext, entry) : undefined;
  const facts: ReplyDraft["facts"] = [{ kind: "stuck", entry: entry.id, locale: context.locale }];
  if (draft) return { ...draft, facts: [...facts, ...(draft.facts ?? [])], unprompted: "sure" };

  const hasMore = entry.kind === "answer" || textOf(entry, context.locale).stillStuck.length > 0;
  const isFirst = entry.kind !== "choice" && hasMore && progress === "shown";
  return {
    answer: isFirst ? showStillStuck(context, entry, state.told) : showWaysToPerson(context, entry),
    stateChanges: {
      entry: entry.id,
      progress: isFirst ? "stuck" : "escalated",
      asked: isFirst ? "go-on" : undefined,
      ...(isFirst && {
        tried: [...state.tried.filter((id) => id !== entry.id), entry.id].slice(-maxTriedEntries),
      }),
    },
    screen: { kind: isFirst ? "stuck" : "person", entry: entry.id },
    effects: [{ kind: "mark", as: "open" }],
    facts,
    unprompted: "sure",
    ...(isFirst ? {} : { fallback: "person" }),
  };
}

/** The case or message that an entry escalates to; undefined if it escalates elsewhere or not at all. */
function openEscalation(turnContext: TurnContext, entry: Entry): ReplyDraft | undefined {
  const caseEntry = caseEntryOf(entry);
  const instead = caseEntry && entryInstead(turnContext.context, caseEntry, turnContext.state.told);
  if (instead) return openInstead(turnContext, instead);
  if (caseEntry) return openCase(turnContext, caseEntry);
  if (escalationOf(entry)?.to === "administrator")
    return openMessage(turnContext, entry, turnContext.context.locale);
  return undefined;
}

/**
 * Not what was meant: offers the next candidates of the question, or else the entries nearest to this one.
 */
export function suggestOthers(turnContext: TurnContext, entry: Entry): ReplyDraft {
  const { context, state } = turnContext;
  const fromQuestion = state.entry === entry.id ? state.others : [];
  const others = (fromQuestion.length > 0 ? fromQuestion : nearestEntries(turnContext, entry))
    .filter((id) => id !== entry.id && !isOptionOf(entry, id))
    .flatMap((id) => context.knowledge.find(id) ?? [])
    .slice(0, maxSuggestions);
  return {
    answer:
      others.length > 0
        ? suggestEntries(context, context.strings.otherwise, others)
        : sayWithTopics(context, context.strings.otherwise),
    screen:
      others.length > 0
        ? { kind: "guesses", sentence: "otherwise", entries: others.map(({ id }) => id) }
        : { kind: "topics", sentence: "otherwise" },
    stateChanges: { entry: undefined, progress: undefined, others: [] },
    facts: [{ kind: "not-meant", entry: entry.id, locale: context.locale }],
    unprompted: "sure",
    fallback: "suggest",
  };
}

/** Entries with a lower confidence (0 to 1) are not offered. */
export const minOfferConfidence = 0.005;

function nearestEntries({ responder, context }: TurnContext, entry: Entry): readonly string[] {
  return responder
    .match(textOf(entry, context.locale).title)
    .candidates.map((candidate) => candidate.entry)
    .filter((id) => id !== context.knowledge.home && context.knowledge.find(id)?.kind !== "elsewhere");
}

function isOptionOf(entry: Entry, id: string): boolean {
  return entry.kind === "choice" && entry.options.includes(id);
}
