import type { Entry } from "../../knowledge/entry.ts";
import { type EntryPart, partName, stepsOf } from "../../knowledge/entry-parts.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import { escalate, markSolved } from "../actions.ts";
import { showParts } from "../replies/show-part.ts";
import type { ReplyDraft, Responder, TurnContext } from "../types.ts";
import { type Evidence, type FollowUp, gatherEvidence, signalsOf } from "./evidence.ts";
import { judgeKind, type KindChances } from "./judge-kind.ts";
import { kindByRules } from "./kind-by-rules.ts";
import { type FollowUpKind, followUpKinds } from "./kinds.ts";
import { openTopic } from "./open-topic.ts";
import { whereNoPartFits } from "./where-no-part-fits.ts";

// What somebody writes after an answer is looked for in it first: in its steps, notes and short answers, and in what else
// to check. A clear new topic still wins.

/** A second part is quoted as well if it fits nearly as well as the first. */
const closeFit = 0.8;
/** A part is given as the closest one where this much speaks both for it and for no answer at all. */
const unsureChance = 0.25;
/** Other topics are offered beside a part from this chance on, each from this confidence on, and at most so many. */
const perhapsTopic = { chance: 0.2, confidence: 0.05, most: 2 };

/** The step with a number, if the entry that was shown has it. */
export function answerStepNumber(
  turnContext: TurnContext,
  entry: Entry | undefined,
  number: number,
): ReplyDraft | undefined {
  if (entry?.kind !== "answer" || turnContext.state.progress === undefined) return undefined;
  const blocks = stepsOf(textOf(entry, turnContext.context.locale))[number - 1];
  return blocks && quote(turnContext, entry, { parts: [{ kind: "step", number, blocks }] });
}

/** Answers what is asked about the entry that was shown; undefined if it is about something else. */
export function answerFollowUp(turnContext: TurnContext, followUp: FollowUp): ReplyDraft | undefined {
  const { responder, state, context } = turnContext;
  const { entry } = followUp;
  if (entry.kind === "choice" || state.progress === undefined) return undefined;
  const { progress } = state;
  const evidence = gatherEvidence(responder, followUp, { locale: context.locale, progress });
  const { step: number } = evidence.heard;
  if (number === undefined) return answerByKind(turnContext, evidence);
  return answerStepNumber(turnContext, entry, number) ?? quote(turnContext, entry, { parts: [] });
}

function answerByKind(turnContext: TurnContext, evidence: Evidence): ReplyDraft | undefined {
  const { entry } = evidence;
  const { kind, isUnsure, mayBeTopic } = judge(turnContext.responder, evidence);
  const perhaps = mayBeTopic ? likelyTopics(turnContext, evidence) : [];
  switch (kind) {
    case "solved":
      return markSolved(turnContext, entry);
    case "noHelp":
      return escalate(turnContext, entry);
    case "topic":
      return openTopic(turnContext, evidence);
    case "part":
    case "nothing": {
      const parts = partsThatAnswer(evidence);
      if (isUnsure) return quote(turnContext, entry, { parts: parts.slice(0, 1), isUnsure, perhaps });
      return quote(turnContext, entry, { parts: kind === "part" ? parts : [], perhaps });
    }
  }
}

interface Judgement {
  readonly kind: FollowUpKind;
  /** Whether a part may answer it as well as nothing. */
  readonly isUnsure: boolean;
  readonly mayBeTopic: boolean;
}

function judge(responder: Responder, evidence: Evidence): Judgement {
  if (!responder.soundsLike)
    return { kind: kindByRules(responder, evidence), isUnsure: false, mayBeTopic: false };
  const chances = judgeKind(signalsOf(evidence, responder));
  const likely = likeliest(chances);
  const kind = whereNoPartFits(responder, evidence, likely);
  return {
    kind,
    isUnsure: kind === likely && Math.min(chances.part, chances.nothing) >= unsureChance,
    mayBeTopic: chances.topic >= perhapsTopic.chance,
  };
}

function likeliest(chances: KindChances): FollowUpKind {
  return followUpKinds.reduce((best, kind) => (chances[kind] > chances[best] ? kind : best));
}

/** Topics that may be meant as well. */
function likelyTopics({ context }: TurnContext, { others }: Evidence): readonly Entry[] {
  return others
    .filter(({ confidence }) => confidence >= perhapsTopic.confidence)
    .slice(0, perhapsTopic.most)
    .flatMap(({ entry }) => context.knowledge.find(entry) ?? []);
}

/** The best part, and the second if it fits nearly as well. */
function partsThatAnswer({ found: { parts } }: Evidence): readonly EntryPart[] {
  const [best, second] = parts;
  if (!best || best.fit === 0) return [];
  return second && second.fit >= best.fit * closeFit ? [best.part, second.part] : [best.part];
}

interface Quoted {
  /** Empty if no part answers. */
  readonly parts: readonly EntryPart[];
  /** Whether they may not be the answer. */
  readonly isUnsure?: boolean;
  /** Other topics that may be meant. */
  readonly perhaps?: readonly Entry[];
}

function quote(
  { context }: TurnContext,
  entry: Entry,
  { parts, isUnsure = false, perhaps = [] }: Quoted,
): ReplyDraft {
  const { locale } = context;
  const names = parts.map(partName);
  const ids = perhaps.map(({ id }) => id);
  const answered = [...names, ...(isUnsure || names.length === 0 ? ["none"] : [])];
  return {
    answer: showParts(context, entry, { parts, isUnsure, perhaps }),
    screen: {
      kind: "parts",
      entry: entry.id,
      parts: names,
      ...(isUnsure && { isUnsure }),
      perhaps: ids,
    },
    stateChanges: { entry: entry.id },
    facts: [
      ...answered.map((part) => ({ kind: "asked-back", entry: entry.id, part, locale }) as const),
      ...(ids.length > 0 ? [{ kind: "suggested", entries: ids, locale } as const] : []),
    ],
    unprompted: "sure",
  };
}
