import { type Entry, toldBy } from "../knowledge/entry.ts";
import { toWords } from "../lib/normalise.ts";
import type { Match } from "../matching/match.ts";
import { minOfferConfidence, openHome } from "./actions.ts";
import { openEntry } from "./open-entry.ts";
import { sayWithTopics, suggestEntries } from "./replies/short-answers.ts";
import { openTroubles } from "./several-troubles.ts";
import type { ReplyDraft, Turn, TurnContext } from "./types.ts";

/** Topics that are offered at most where nobody asked the bot. */
const maxUnaskedTopics = 3;

/** Maximum candidates that are kept for "not what I meant". */
const maxOtherCandidates = 8;

/** Whether a message begins a conversation without addressing the bot. */
export function isUnasked({ addressed, owner }: Turn): boolean {
  return !addressed && owner === undefined;
}

/** Maximum words of a message that says too little, and the least probability that it may be ours after all. */
const maxVagueWords = 6;
const minMaybeOurs = 0.05;

/**
 * A few words without a name may go on about anything ("how long does it take?"): they are not told that they have nothing
 * to do with AWS, but that more is needed.
 */
export function declineVague({ context, turn }: TurnContext, match: Match, text: string): Match {
  if (match.outcome !== "answer" || context.knowledge.find(match.entry)?.kind !== "elsewhere") return match;
  const { used, others, unknown } = match.names;
  const isNamed = [...used, ...others, ...unknown].length > 0;
  const isVague =
    turn.addressed && !isNamed && match.ours >= minMaybeOurs && toWords(text).length <= maxVagueWords;
  return isVague ? { ...match, outcome: "decline" } : match;
}

/** The reply to what a question was matched to. */
export function answerMatch(turnContext: TurnContext, match: Match): ReplyDraft {
  const { context } = turnContext;
  const { knowledge, locale, strings } = context;
  const candidates = match.candidates
    .filter(({ confidence }) => confidence >= minOfferConfidence)
    .slice(0, maxOtherCandidates)
    .map(({ entry }) => entry);
  switch (match.outcome) {
    case "answer":
    case "choice": {
      const found = knowledge.find(match.entry);
      if (!found) return openHome(turnContext);
      const entry = alreadyChosen(turnContext, found, match) ?? found;
      const draft = openEntry(turnContext, entry);
      return {
        ...draft,
        stateChanges: { ...draft.stateChanges, others: candidates.filter((id) => id !== entry.id) },
      };
    }
    case "suggest": {
      const ids = isUnasked(turnContext.turn) ? match.entries.slice(0, maxUnaskedTopics) : match.entries;
      const entries = ids.flatMap((id) => knowledge.find(id) ?? []);
      const others = candidates.filter((id) => !ids.includes(id));
      if (match.several) return openTroubles(turnContext, entries, others);
      return {
        answer: suggestEntries(context, strings.suggest, entries),
        screen: { kind: "guesses", sentence: "suggest", entries: entries.map(({ id }) => id) },
        stateChanges: { entry: undefined, progress: undefined, others },
        facts: [{ kind: "suggested", entries: ids, locale }],
        unprompted: "guess",
        fallback: "suggest",
      };
    }
    case "decline":
      return {
        answer: sayWithTopics(context, strings.decline),
        screen: { kind: "topics", sentence: "decline" },
        facts: [{ kind: "declined", locale }],
        fallback: "decline",
      };
  }
}

/**
 * The option of a choice for who has told what it asks: after the root user's password, a lost phone is the root user's as
 * well. Undefined if it is not known, or if the question fits another option better that is for anybody.
 */
function alreadyChosen(
  { context, state }: TurnContext,
  choice: Entry,
  { candidates }: Match,
): Entry | undefined {
  if (choice.kind !== "choice") return undefined;
  const options = choice.options.flatMap((id) => context.knowledge.find(id) ?? []);
  const [only, another] = options.filter((option) => agrees(state.told, option) === true);
  if (!only || another) return undefined;
  const confidenceIn = (entry: Entry) => candidates.find(({ entry: id }) => id === entry.id)?.confidence ?? 0;
  const isOpen = options.some(
    (option) => agrees(state.told, option) === undefined && confidenceIn(option) > confidenceIn(only),
  );
  return isOpen ? undefined : only;
}

/** Whether an entry is for who told this; undefined if it is for anybody. */
function agrees(told: Readonly<Record<string, string>>, entry: Entry): boolean | undefined {
  const tells = Object.entries(toldBy(entry));
  return tells.length === 0 ? undefined : tells.every(([ask, option]) => told[ask] === option);
}
