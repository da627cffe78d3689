import type { Entry } from "../../knowledge/entry.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Match } from "../../matching/match.ts";
import type { FoundParts } from "./find-part.ts";

/** What a message after an answer is about: a part of the answer, something that no part answers, or another topic. */
type FollowUpKind = "part" | "nothing" | "topic";

interface Evidence {
  readonly entry: Entry;
  readonly match: Match;
  readonly found: FoundParts;
}

/** The signals of a message, as far as they tell the kinds apart. */
function signalsOf({ entry, match, found }: Evidence, knowledge: Knowledge) {
  const [first, second] = found.parts;
  const fit = first?.fit ?? 0;
  const isElsewhere = (id: string) => knowledge.find(id)?.kind === "elsewhere";
  const confidenceOf = (id: string) =>
    match.candidates.find((candidate) => candidate.entry === id)?.confidence ?? 0;
  const other = match.candidates.find((one) => one.entry !== entry.id && !isElsewhere(one.entry));
  const top = "entry" in match ? match.entry : guessesOf(match)[0];
  const linked = match.candidates.filter(({ entry: id }) => isLinked(entry, knowledge.find(id)));
  return {
    /** How well the best part fits, and its lead. */
    fit,
    lead: fit - (second?.fit ?? 0),
    /** The largest share of the words that stands in a part. */
    share: Math.max(0, ...found.parts.map(({ share }) => share)),
    /** The likeness to what no part answers, and to what is said of other topics. */
    nothing: found.nothing,
    elsewhere: found.elsewhere,
    ours: logit(match.ours),
    other: other?.confidence ?? 0,
    otherLogit: logit(other?.confidence ?? 0),
    own: logit(confidenceOf(entry.id)),
    linked: Math.max(0, ...linked.map(({ confidence }) => confidence)),
    isSame: top === entry.id ? 1 : 0,
    isStrange: top !== undefined && isElsewhere(top) ? 1 : 0,
    certainty: match.certainty,
    sure: match.certainty * match.ours,
  };
}

type Signals = ReturnType<typeof signalsOf>;

/**
 * What each signal says for "nothing" and for "topic", beside "part": a multinomial logistic regression, fitted on 30
 * November 2026 on the phrases of all follow-ups.<language>.yaml, each held out of its entry, and on the labelled
 * questions, each after an entry that it is not about, linked to its own or not. Of entries that were held out it told 85
 * of 100 questions about a part, 29 that no part answers (most of the others get the part that comes nearest), and 73 to
 * 84 about another topic.
 */
const weights: Readonly<Record<keyof Signals | "bias", readonly [nothing: number, topic: number]>> = {
  fit: [-3.68, -6.07],
  lead: [1.15, 3.63],
  share: [-3.61, -4.82],
  nothing: [6.31, -0.41],
  elsewhere: [-1.42, 5.03],
  ours: [-0.2, 0.52],
  other: [-1.17, -0.87],
  otherLogit: [0.17, 0.08],
  own: [-0.01, -0.45],
  linked: [0.09, 0.6],
  isSame: [-0.05, 0.05],
  isStrange: [0.27, 0.8],
  certainty: [-0.18, 2.92],
  sure: [0.59, 0.58],
  bias: [0.13, -4.11],
};

/** The likeliest kind, and how much the others are ahead of "part", in log odds. */
interface JudgedKind {
  readonly kind: FollowUpKind;
  readonly nothing: number;
  readonly topic: number;
}

/** Which kind of follow-up a message is. */
export function judgeKind(evidence: Evidence, knowledge: Knowledge): JudgedKind {
  const signals = { ...signalsOf(evidence, knowledge), bias: 1 };
  let [nothing, topic] = [0, 0];
  for (const [name, [forNothing, forTopic]] of Object.entries(weights)) {
    const value = name in signals ? signals[name as keyof typeof signals] : 0;
    nothing += forNothing * value;
    topic += forTopic * value;
  }
  if (Math.max(nothing, topic) <= 0) return { kind: "part", nothing, topic };
  return { kind: topic > nothing ? "topic" : "nothing", nothing, topic };
}

function guessesOf(match: Match): readonly string[] {
  return match.outcome === "suggest" ? match.entries : [];
}

/** The log odds of a probability, which end at about 4.6 both ways. */
function logit(probability: number): number {
  return Math.log((probability + 0.01) / (1.01 - probability));
}

function isLinked(entry: Entry, other: Entry | undefined): boolean {
  if (!other) return false;
  return entry.related.includes(other.id) || other.refines === entry.id || entry.refines === other.id;
}
