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

// What somebody writes after an answer is looked for in it first: in its steps, notes and short answers, and in what else
// to check. A clear new topic still wins.

// Chosen on 30 November 2026 by `npm run eval -- --follow-ups`, on follow-ups of our own and on 120 of somebody else's.

/** The confidence (0 to 1) from which another entry is a new topic: one that the entry is linked to, any, and after a "no". */
const newTopic = { linked: 0.4, other: 0.85, afterNo: 0.9 };
/** How much more confidence it takes for each point of fit of what was shown. */
const newTopicForFit = 0.3;
/** A part that fits so well is preferred to a new topic; to going on, for who begins with a "no", or says that nothing helped. */
const sureFit = 0.4;
const sureFitAfterNo = 0.3;
const sureFitAfterNoHelp = 0.6;
/** From here on a part answers the question. */
const minFit = 0.14;
/** A message that is surely not ours has to fit better; it is one if the probability of being ours is below this. */
const minFitOfStranger = 0.25;
const maxStranger = 0.1;
/** A second part is quoted as well if it fits nearly as well as the first. */
const closeFit = 0.8;
/** How much a likeness to what no part answers counts beside a fit. */
const nothingShare = 0.7;
/** What else to check is likelier meant once it was shown. */
const stuckBonus = 1.25;
/** From here on, a likeness to what is said of other topics counts. */
const minElsewhere = 0.15;

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
  const { entry } = followUp;
  const found = fittingParts(turnContext, followUp);
  const { isOurs, isStranger } = readTopic(turnContext, followUp);
  const noHelp = saysNoHelp || isRefused(turnContext, followUp);
  const fit = found.parts[0]?.fit ?? 0;
  if (isNewTopic(followUp, isOurs, { fit, elsewhere: found.elsewhere, noHelp })) return undefined;
  if (noHelp && fit < (saysNoHelp ? sureFitAfterNoHelp : sureFitAfterNo)) return escalate(turnContext, entry);
  const answering = partsThatAnswer(found, isStranger ? minFitOfStranger : minFit);
  if (answering.length > 0) return quote(turnContext, entry, answering);
  if (noHelp || isSameAgain(followUp)) return escalate(turnContext, entry);
  return isOurs ? undefined : admitNothing(turnContext, entry);
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

/** The best part, and the second if it fits nearly as well; none if what no part answers is likelier meant. */
function partsThatAnswer({ parts, nothing }: FoundParts, enough: number): readonly EntryPart[] {
  const [best, second] = parts;
  if (!best || best.fit < enough || best.fit < nothing * nothingShare) return [];
  return second && second.fit >= best.fit * closeFit ? [best.part, second.part] : [best.part];
}

/**
 * Whether the message may be about another entry of ours, or is surely about nothing of ours. A choice that has the
 * entry among its options tells nothing new to who was shown the entry.
 */
function readTopic({ context }: TurnContext, { entry, match }: FollowUp) {
  const topic = "entry" in match ? context.knowledge.find(match.entry) : undefined;
  const isElsewhere = topic?.kind === "elsewhere";
  const leadsHere = topic?.kind === "choice" && topic.options.includes(entry.id);
  return {
    isOurs: topic !== undefined && !isElsewhere && !leadsHere,
    isStranger: isElsewhere && match.ours < maxStranger,
  };
}

function fittingParts({ responder, context, state }: TurnContext, { entry, text }: FollowUp): FoundParts {
  const found = responder.findParts(entry, context.locale, text);
  const parts = found.parts
    .map(({ part, fit }) => ({
      part,
      fit: part.kind === "stuck" && state.progress !== "shown" ? fit * stuckBonus : fit,
    }))
    .sort((one, other) => other.fit - one.fit);
  return { ...found, parts };
}

interface Fit {
  readonly fit: number;
  readonly elsewhere: number;
  readonly noHelp: boolean;
}

/** Whether the message is clearly about another entry, and what was shown does not answer it better. */
function isNewTopic({ entry, match }: FollowUp, isOurs: boolean, { fit, elsewhere, noHelp }: Fit): boolean {
  const isLikeOthers = elsewhere > Math.max(fit, minElsewhere);
  if (match.outcome === "suggest") return isLikeOthers;
  if (match.outcome === "decline" || !isOurs || match.entry === entry.id || fit >= sureFit) return false;
  const confidence = match.candidates.find((candidate) => candidate.entry === match.entry)?.confidence ?? 0;
  const enough = entry.related.includes(match.entry) ? newTopic.linked : newTopic.other;
  return isLikeOthers || confidence >= (noHelp ? newTopic.afterNo : enough) + newTopicForFit * fit;
}

/** Whether it tells of the same trouble as before. */
function isSameAgain({ entry, match }: FollowUp): boolean {
  return match.outcome === "answer" && match.entry === entry.id;
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
