import type { Match } from "../../matching/match.ts";
import { answerMatch } from "../answer-match.ts";
import type { ReplyDraft, TurnContext } from "../types.ts";
import { type Evidence, isOther } from "./evidence.ts";
import { confidenceIn } from "./where-no-part-fits.ts";

/** A page about something else is shown at once from this confidence on; before, it is one of the guesses. */
const sureElsewhere = 0.8;
/** As many are guessed where another topic is meant but none is clear: of each part of a message, and together. */
const maxGuesses = 3;
const maxAllGuesses = 5;

/**
 * The other topic: what the last part of a message is surely about, or else what the whole of it is; what both may be about
 * is guessed. Undefined if the question is answered as any other.
 */
export function openTopic(turnContext: TurnContext, evidence: Evidence): ReplyDraft | undefined {
  const { entry, match, later, others } = evidence;
  const { knowledge } = turnContext.responder;
  const topicOf = (one: Match | undefined) => {
    const topic = one && "entry" in one ? knowledge.find(one.entry) : undefined;
    return topic && isOther(entry, topic) ? topic : undefined;
  };
  const whole = topicOf(match);
  const isSure = whole && (whole.kind !== "elsewhere" || confidenceIn(match, whole.id) >= sureElsewhere);
  if (later?.outcome === "answer" && topicOf(later)?.kind === "answer")
    return answerMatch(turnContext, later);
  if (isSure) return undefined;
  if (later && topicOf(later)?.kind === "choice") return answerMatch(turnContext, later);
  const guessed = [...guessesIn(later), ...guessesIn(match)].filter((id) => id !== entry.id);
  const likely = guessed.length > 0 ? guessed : others.slice(0, maxGuesses).map((other) => other.entry);
  const entries = [...new Set([...(whole ? [whole.id] : []), ...likely])].slice(0, maxAllGuesses);
  return entries.length > 0 ? answerMatch(turnContext, { ...match, outcome: "suggest", entries }) : undefined;
}

/** The guesses of a match; of two parts each has its first ones. */
function guessesIn(match: Match | undefined): readonly string[] {
  return match?.outcome === "suggest" ? match.entries.slice(0, maxGuesses) : [];
}
