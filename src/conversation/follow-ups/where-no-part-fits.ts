import type { Match } from "../../matching/match.ts";
import type { Responder } from "../types.ts";
import type { Evidence } from "./evidence.ts";
import type { FollowUpKind } from "./kinds.ts";

/** What hardly fits: for any question, a sure other topic, a stranger's question, and the same trouble told again. */
const minFit = { any: 0.05, other: 0.17, stranger: 0.16, again: 0.16 };
/** What fits so well is given although the message says that nothing helped. */
const sureFit = 0.6;
const sureConfidence = 0.9;
/** Less likely to be ours than this, a question is a stranger's. */
const strangerProbability = 0.1;

/**
 * A part that hardly fits gives way to what is sure: the same trouble told again, another topic, or a stranger's question.
 * Labelled follow-ups hold too few of these to learn it from them.
 */
export function whereNoPartFits(
  { knowledge }: Responder,
  evidence: Evidence,
  kind: FollowUpKind,
): FollowUpKind {
  if (kind !== "part" && kind !== "nothing") return kind;
  const { match, found } = evidence;
  const fit = found.parts[0]?.fit ?? 0;
  if (isToldAgain(evidence, fit)) return "noHelp";
  if (isSurelyOther(evidence, fit)) return "topic";
  const isStrange = match.outcome === "answer" && knowledge.find(match.entry)?.kind === "elsewhere";
  const enough = isStrange && match.ours < strangerProbability ? minFit.stranger : minFit.any;
  return fit < enough ? "nothing" : kind;
}

function isToldAgain({ entry, match, heard }: Evidence, fit: number): boolean {
  if (match.outcome !== "answer" || match.entry !== entry.id) return false;
  return heard.noHelp ? fit < sureFit : fit < minFit.again && confidenceIn(match, entry.id) >= sureConfidence;
}

function isSurelyOther({ match, others: [other] }: Evidence, fit: number): boolean {
  if (match.outcome !== "answer" || match.entry !== other?.entry) return false;
  return other.confidence >= sureConfidence && fit < minFit.other;
}

/** The confidence in an entry, 0 to 1. */
export function confidenceIn({ candidates }: Match, entry: string): number {
  return candidates.find((candidate) => candidate.entry === entry)?.confidence ?? 0;
}
