import type { QuietReason } from "../answer/fact.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { toWords } from "../lib/normalise.ts";
import { createExpressions } from "../matching/expressions.ts";
import type { Match } from "../matching/match.ts";
import type { Mode } from "../platform/incoming.ts";

/**
 * Minimum probabilities to speak unasked, chosen on 29 November 2026 together with the cuts in matching/calibrate.ts: that
 * the question is ours, and that the answer is right.
 */
const sureOurs = 0.93;
const sureBest = 0.8;
/** That it is ours although it names what is only used: "the bill for my RDS". */
const sureOursDespiteUse = 0.98;
/** That it is ours, to offer topics in the mode `all`. */
const perhapsOurs = 0.9;
/** The same for an `elsewhere` entry that may speak unasked: that the question is a stranger's. */
const sureElsewhere = 0.95;

/** Whether a text is a question or a complaint. */
export type Asks = (text: string) => boolean;

/** As far as the languages say which words ask and which announce; a question mark asks in all of them. */
export function createAsks({ strings }: Knowledge): Asks {
  const languages = [...strings.values()];
  const asking = languages.flatMap((language) => language.asking);
  const cues = createExpressions(asking);
  const announcements = createExpressions(languages.flatMap((language) => language.announcing));
  return (text) => {
    const words = toWords(text);
    if (announcements.isAmong(words)) return false;
    return asking.length === 0 || /[?？]/.test(text) || cues.isAmong(words);
  };
}

interface Unasked {
  readonly text: string;
  readonly mode: Exclude<Mode, "mentions">;
  readonly knowledge: Knowledge;
  readonly asks: Asks;
}

/** Why the bot keeps quiet about a message in a help channel that nobody addressed to it; undefined if it speaks. */
export function reasonForQuiet(
  match: Match,
  { text, mode, knowledge, asks }: Unasked,
): QuietReason | undefined {
  if (isOnlyLink(text)) return "link";
  if (!asks(text)) return "statement";
  const entry = "entry" in match ? knowledge.find(match.entry) : undefined;
  if (entry?.kind === "elsewhere" && entry.unasked)
    return match.ours <= 1 - sureElsewhere ? undefined : "unclear";
  return reasonByNames(match, knowledge) ?? reasonByConfidence(match, mode, entry?.kind === "elsewhere");
}

function reasonByNames({ names, ours }: Match, knowledge: Knowledge): QuietReason | undefined {
  if (names.others.length > 0 || names.unknown.length > 0) return "other-name";
  if (names.used.length > 0 && ours < sureOursDespiteUse) return "other-name";
  return names.ours.length === 0 && knowledge.names.meanings.size > 0 ? "no-name" : undefined;
}

function reasonByConfidence(
  { ours, outcome, certainty }: Match,
  mode: Unasked["mode"],
  isElsewhere: boolean,
): QuietReason | undefined {
  if (isElsewhere || ours < (mode === "all" ? perhapsOurs : sureOurs)) return "not-ours";
  if (outcome === "decline") return "unclear";
  const isSure = outcome !== "suggest" && ours >= sureOurs && certainty >= sureBest;
  return isSure || mode === "all" ? undefined : "unclear";
}

/** A link with at most a remark: news, release notes, a pointer for colleagues. */
function isOnlyLink(text: string): boolean {
  return /https?:\/\/\S/i.test(text) && !/[?？]/.test(text.replaceAll(/https?:\/\/\S+/gi, ""));
}

/** The reasons as sentences, for logs and for the playground. */
export const quietSentences: Readonly<Record<QuietReason, string>> = {
  link: "it is a link and asks nothing",
  statement: "it asks nothing and tells of no trouble",
  "other-name": "it names something that is not ours",
  "no-name": "it names nothing of ours",
  "not-ours": "it is not surely ours",
  unclear: "what it is about is not sure enough",
};
