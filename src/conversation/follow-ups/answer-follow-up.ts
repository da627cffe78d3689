import type { Entry } from "../../knowledge/entry.ts";
import { type EntryPart, partName, stepsOf } from "../../knowledge/entry-parts.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import { toWords } from "../../lib/normalise.ts";
import type { Match } from "../../matching/match.ts";
import { escalate, markSolved } from "../actions.ts";
import type { RecognisedIntent } from "../recognise-intent.ts";
import { sayNothingMore, showParts } from "../replies/show-part.ts";
import type { ReplyDraft, TurnContext } from "../types.ts";
import type { FoundParts } from "./find-part.ts";
import { judgeKind } from "./judge-kind.ts";

// What somebody writes after an answer is looked for in it first: in its steps, notes and short answers, and in what else
// to check. A clear new topic still wins.

/** How much likelier than a part a new topic must be, in log odds, for who begins with a "no" or says that nothing helped. */
const sureTopic = 1;
/** A part that fits so well is given to who begins with a "no", or says that nothing helped. */
const sureFitAfterNo = 0.35;
const sureFitAfterNoHelp = 0.6;
/** From here on a part answers: a question; who tells the same trouble so surely again; what is so surely a stranger's. */
const minFit = { usual: 0.1, sameAgain: 0.23, stranger: 0.18 };
const sameAgainConfidence = 0.9;
const strangerProbability = 0.1;
/** A second part is quoted as well if it fits nearly as well as the first. */
const closeFit = 0.8;
/** What else to check is likelier meant once it was shown. */
const stuckBonus = 1.25;

/** What somebody writes after an entry was shown. */
export interface FollowUp {
  readonly text: string;
  readonly match: Match;
  readonly recognised: RecognisedIntent;
  readonly entry: Entry;
}

/** The step with a number, if the entry that was shown has it. */
export function answerStepNumber(
  turnContext: TurnContext,
  entry: Entry | undefined,
  number: number,
): ReplyDraft | undefined {
  if (entry?.kind !== "answer" || turnContext.state.progress === undefined) return undefined;
  const blocks = stepsOf(textOf(entry, turnContext.context.locale))[number - 1];
  return blocks && quote(turnContext, entry, [{ kind: "step", number, blocks }]);
}

/** Answers what is asked about the entry that was shown; undefined if it is about something else. */
export function answerFollowUp(turnContext: TurnContext, followUp: FollowUp): ReplyDraft | undefined {
  const { responder, state } = turnContext;
  const { entry, text } = followUp;
  if (entry.kind === "choice" || state.progress === undefined) return undefined;
  const heard = responder.hearFollowUp(text);
  const step = heard.step === undefined ? undefined : answerStepNumber(turnContext, entry, heard.step);
  if (step) return step;
  if (heard.worked) return markSolved(turnContext, entry);

  return answerWithParts(turnContext, followUp, heard.noHelp);
}

function answerWithParts(
  turnContext: TurnContext,
  followUp: FollowUp,
  saysNoHelp: boolean,
): ReplyDraft | undefined {
  const { entry, match } = followUp;
  const found = fittingParts(turnContext, followUp);
  const { kind, topic } = judgeKind({ ...followUp, found }, turnContext.context.knowledge);
  const noHelp = saysNoHelp || isRefused(turnContext, followUp);
  const fit = found.parts[0]?.fit ?? 0;
  if (kind === "topic" && leadsElsewhere(turnContext, followUp) && topic >= (noHelp ? sureTopic : 0))
    return undefined;
  if (noHelp && fit < (saysNoHelp ? sureFitAfterNoHelp : sureFitAfterNo)) return escalate(turnContext, entry);
  const answering = kind === "nothing" ? [] : partsThatAnswer(found, enoughFor(turnContext, followUp));
  if (answering.length > 0) return quote(turnContext, entry, answering);
  if (noHelp || (match.outcome === "answer" && match.entry === entry.id)) return escalate(turnContext, entry);
  return admitNothing(turnContext, entry);
}

/** How well a part has to fit to be given. */
function enoughFor({ context }: TurnContext, { entry, match }: FollowUp): number {
  if (match.outcome !== "answer") return minFit.usual;
  const own = match.candidates.find((candidate) => candidate.entry === entry.id)?.confidence ?? 0;
  if (match.entry === entry.id && own >= sameAgainConfidence) return minFit.sameAgain;
  const isElsewhere = context.knowledge.find(match.entry)?.kind === "elsewhere";
  return isElsewhere && match.ours < strangerProbability ? minFit.stranger : minFit.usual;
}

/** Whether the matcher has something else to say: another entry of ours, or guesses. */
function leadsElsewhere({ context }: TurnContext, { entry, match }: FollowUp): boolean {
  if (match.outcome === "decline") return false;
  if (match.outcome === "suggest") return true;
  const topic = context.knowledge.find(match.entry);
  if (!topic || topic.kind === "elsewhere" || topic.id === entry.id) return false;
  return topic.kind !== "choice" || !topic.options.includes(entry.id);
}

/** Whether it begins with a "no" of its own language: "nó" is an "it" in Vietnamese. */
function isRefused({ context }: TurnContext, { text, recognised }: FollowUp): boolean {
  if (!recognised.isNegative) return false;
  const [first = ""] = toWords(text.slice(0, 60));
  const languages = [...context.knowledge.strings.values()];
  const isForeign = languages.some(({ heard }) => heard.no.includes(first));
  return !isForeign || context.strings.heard.no.includes(first);
}

function admitNothing({ context }: TurnContext, entry: Entry): ReplyDraft {
  return {
    answer: sayNothingMore(context, entry),
    stateChanges: { entry: entry.id },
    facts: [{ kind: "asked-back", entry: entry.id, part: "none", locale: context.locale }],
    unprompted: "sure",
  };
}

/** The best part, and the second if it fits nearly as well. */
function partsThatAnswer({ parts }: FoundParts, enough: number): readonly EntryPart[] {
  const [best, second] = parts;
  if (!best || best.fit < enough) return [];
  return second && second.fit >= best.fit * closeFit ? [best.part, second.part] : [best.part];
}

function fittingParts({ responder, context, state }: TurnContext, { entry, text }: FollowUp): FoundParts {
  const found = responder.findParts(entry, context.locale, text);
  const parts = found.parts
    .map(({ part, share, fit }) => ({
      part,
      share,
      fit: part.kind === "stuck" && state.progress !== "shown" ? fit * stuckBonus : fit,
    }))
    .sort((one, other) => other.fit - one.fit);
  return { ...found, parts };
}

function quote({ context }: TurnContext, entry: Entry, parts: readonly EntryPart[]): ReplyDraft {
  return {
    answer: showParts(context, entry, parts),
    stateChanges: { entry: entry.id },
    facts: parts.map((part) => ({
      kind: "asked-back",
      entry: entry.id,
      part: partName(part),
      locale: context.locale,
    })),
    unprompted: "sure",
  };
}
