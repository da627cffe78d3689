import type { Entry } from "../../knowledge/entry.ts";
import { partName } from "../../knowledge/entry-parts.ts";
import { toWords } from "../../lib/normalise.ts";
import type { Candidate, Match } from "../../matching/match.ts";
import type { KindScores } from "../../matching/message-kinds.ts";
import type { RecognisedIntent } from "../recognise-intent.ts";
import type { State } from "../state.ts";
import type { Responder } from "../types.ts";
import type { FoundParts } from "./find-part.ts";
import type { HeardFollowUp } from "./hear-follow-up.ts";

type Progress = NonNullable<State["progress"]>;

/** What somebody writes after an entry was shown. */
export interface FollowUp {
  readonly text: string;
  readonly match: Match;
  readonly recognised: RecognisedIntent;
  readonly entry: Entry;
}

/** What is known of a follow-up before its kind is judged. */
export interface Evidence extends FollowUp {
  readonly heard: HeardFollowUp;
  readonly found: FoundParts;
  readonly sounds: KindScores | undefined;
  readonly progress: Progress;
  /** What its last part is matched to, if it has several. */
  readonly later: Match | undefined;
  /** Other topics of ours that it may be about, the likeliest first. */
  readonly others: readonly Candidate[];
}

/** Looks at a follow-up from all sides. */
export function gatherEvidence(
  responder: Responder,
  followUp: FollowUp,
  { locale, progress }: { readonly locale: string; readonly progress: Progress },
): Evidence {
  const { entry, text, match } = followUp;
  const later = responder.laterPart(text);
  const others = othersIn(responder, entry, match);
  return {
    ...followUp,
    later: later === undefined ? undefined : responder.match(later),
    heard: responder.hearFollowUp(text),
    found: responder.findParts(entry, locale, text),
    sounds: responder.soundsLike?.(text),
    progress,
    others,
  };
}

/** Other topics of ours among the candidates. */
function othersIn({ knowledge }: Responder, entry: Entry, { candidates }: Match): readonly Candidate[] {
  return candidates.filter(({ entry: id }) => {
    const other = knowledge.find(id);
    return other?.kind !== "elsewhere" && isOther(entry, other);
  });
}

/** Whether a candidate is another topic than the entry, and no choice that leads to it. */
export function isOther(entry: Entry, candidate: Entry | undefined): boolean {
  if (!candidate || candidate.id === entry.id) return false;
  return candidate.kind !== "choice" || !candidate.options.includes(entry.id);
}

/** What tells the kinds of follow-ups apart, as numbers. Where nothing speaks for something, it is 0. */
export function signalsOf(evidence: Evidence, responder: Responder) {
  const { knowledge } = responder;
  const { entry, match, later, found, heard, sounds, recognised, text, progress, others } = evidence;
  const [first, second] = found.parts;
  const fit = first?.fit ?? 0;
  const confidenceOf = (id: string) =>
    match.candidates.find((candidate) => candidate.entry === id)?.confidence ?? 0;
  const [other, next] = others.map(({ confidence }) => confidence);
  const top = likeliestOf(match);
  const linked = match.candidates.filter(({ entry: id }) => entry.related.includes(id));
  return {
    // The parts of the answer: how well the best one fits, its lead, the largest share of the words that stands in one.
    fit,
    lead: fit - (second?.fit ?? 0),
    share: Math.max(0, ...found.parts.map(({ share }) => share)),
    stuckFit: Math.max(
      0,
      ...found.parts.map((one) => (partName(one.part).startsWith("stuck") ? one.fit : 0)),
    ),
    // The phrases of this entry that no part answers, and those about other topics.
    nothing: found.nothing,
    elsewhere: found.elsewhere,
    // The matcher: whether it is ours, and about this entry or another.
    ours: logOdds(match.ours),
    certainty: match.certainty,
    sure: match.certainty * match.ours,
    other: other ?? 0,
    otherOdds: logOdds(other ?? 0),
    otherLead: (other ?? 0) - (next ?? 0),
    laterOther: later ? (othersIn(responder, entry, later)[0]?.confidence ?? 0) : 0,
    hasLater: toNumber(later !== undefined),
    own: logOdds(confidenceOf(entry.id)),
    linked: Math.max(0, ...linked.map(({ confidence }) => confidence)),
    isSame: toNumber(top === entry.id),
    isStrange: toNumber(top !== undefined && knowledge.find(top)?.kind === "elsewhere"),
    answersOther: toNumber(match.outcome === "answer" && match.entry === others[0]?.entry),
    suggests: toNumber(match.outcome === "suggest"),
    declines: toNumber(match.outcome === "decline"),
    asksChoice: toNumber(match.outcome === "choice"),
    // The words: cues, an intent, what they sound like.
    worked: toNumber(heard.worked),
    noHelp: toNumber(heard.noHelp),
    turns: toNumber(heard.turns),
    isNegative: toNumber(recognised.isNegative),
    asks: toNumber(/[?？]/.test(text)),
    length: Math.log(1 + toWords(text).length),
    wasStuck: toNumber(progress !== "shown"),
    soundsWorked: sounds?.worked ?? 0,
    soundsNoHelp: sounds?.noHelp ?? 0,
    soundsPart: sounds?.part ?? 0,
    soundsNothing: sounds?.nothing ?? 0,
    soundsElse: sounds?.else ?? 0,
  };
}

function likeliestOf(match: Match): string | undefined {
  if ("entry" in match) return match.entry;
  return match.outcome === "suggest" ? match.entries[0] : undefined;
}

export type Signals = ReturnType<typeof signalsOf>;

function toNumber(holds: boolean): number {
  return holds ? 1 : 0;
}

/** The log odds of a probability, which end at about 4.6 both ways. */
function logOdds(probability: number): number {
  return Math.log((probability + 0.01) / (1.01 - probability));
}
