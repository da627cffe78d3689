import type { Entry } from "../../knowledge/entry.ts";
import type { Match } from "../../matching/match.ts";
import { escalate, markSolved } from "../actions.ts";
import type { RecognisedIntent } from "../recognise-intent.ts";
import { sayNothingMore, showParts } from "../replies/show-part.ts";
import type { ReplyDraft, TurnContext } from "../types.ts";
import { type EntryPart, partName, stepsOf } from "./entry-parts.ts";
import type { FittingPart } from "./find-part.ts";

// What somebody writes after an answer is looked for in it first: in its steps, notes and short answers, and in what else
// to check. A clear new topic still wins.

/** The confidence (0 to 1) from which another entry is a new topic, and that of one that the entry is linked to. */
const newTopic = 0.6;
const newRelatedTopic = 0.4;
/** A part that holds this share of the question is preferred to a new topic all the same. */
const sureShare = 0.75;
/** The share of a question, and the nats, from which a part answers it. */
const minShare = 0.34;
const minEvidence = 3;
/** A second part is quoted as well if it fits nearly as well as the first. */
const closeShare = 0.82;
/** What else to check is likelier meant once it was shown. */
const stuckBonus = 1.25;

interface FollowUp {
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
  const blocks = stepsOf(entry, turnContext.context.locale)[number - 1];
  return blocks && quote(turnContext, entry, [{ kind: "step", number, blocks }]);
}

/** Answers what is asked about the entry that was shown; undefined if it is about something else. */
export function answerFollowUp(turnContext: TurnContext, followUp: FollowUp): ReplyDraft | undefined {
  const { context, responder, state } = turnContext;
  const { entry, text, match } = followUp;
  if (entry.kind === "choice" || state.progress === undefined) return undefined;
  const heard = responder.hearFollowUp(text);
  const step = heard.step === undefined ? undefined : answerStepNumber(turnContext, entry, heard.step);
  if (step) return step;
  if (heard.worked) return markSolved(turnContext, entry);

  const fitting = fittingParts(turnContext, followUp);
  const [best] = fitting;
  if (isNewTopic(followUp, best, heard.noHelp)) return undefined;
  if (heard.noHelp && (best?.share ?? 0) < sureShare) return escalate(turnContext, entry);
  if (best && best.share >= minShare && best.evidence >= minEvidence) {
    const close = fitting.slice(1, 2).filter(({ evidence }) => evidence >= best.evidence * closeShare);
    return quote(
      turnContext,
      entry,
      [best, ...close].map(({ part }) => part),
    );
  }
  if (isSameAgain(followUp)) return escalate(turnContext, entry);
  if (match.outcome === "answer" || match.outcome === "choice") return undefined;
  return {
    answer: sayNothingMore(context, entry),
    stateChanges: { entry: entry.id },
    facts: [{ kind: "asked-back", entry: entry.id, part: "none", locale: context.locale }],
    unprompted: "sure",
  };
}

function fittingParts({ responder, context, state }: TurnContext, { entry, text }: FollowUp) {
  const bonus = ({ part }: FittingPart) =>
    part.kind === "stuck" && state.progress !== "shown" ? stuckBonus : 1;
  return responder
    .findParts(entry, context.locale, text)
    .map((fit) => ({
      ...fit,
      evidence: fit.evidence * bonus(fit),
      share: Math.min(1, fit.share * bonus(fit)),
    }))
    .sort((one, other) => other.evidence - one.evidence);
}

/** Whether the message is clearly about another entry, and what was shown does not answer it better. */
function isNewTopic({ entry, match }: FollowUp, best: FittingPart | undefined, noHelp: boolean): boolean {
  if (match.outcome !== "answer" && match.outcome !== "choice") return false;
  if (match.entry === entry.id) return false;
  const confidence = match.candidates.find((candidate) => candidate.entry === match.entry)?.confidence ?? 0;
  const isRelated = entry.related.includes(match.entry);
  const enough = noHelp ? 0.9 : isRelated ? newRelatedTopic : newTopic;
  return confidence >= enough && (best?.share ?? 0) < sureShare;
}

/** Whether it tells of the same trouble as before. */
function isSameAgain({ entry, match, recognised }: FollowUp): boolean {
  return (match.outcome === "answer" && match.entry === entry.id) || recognised.isNegative;
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
