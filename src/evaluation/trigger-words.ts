import type { Match } from "../matching/match.ts";
import type { MatchQuestion } from "../matching/matcher.ts";

/** Longer questions are not tried word by word. */
const maxWords = 60;

/** The words without which the result would be another one: those that it hangs on. */
export function triggerWords(question: string, match: MatchQuestion): readonly string[] {
  const words = question.split(/\s+/).filter(Boolean);
  if (words.length > maxWords) return [];
  const result = resultOf(match(question));
  const triggers = words.filter((_, left) => {
    const rest = words.filter((_, index) => index !== left).join(" ");
    return resultOf(match(rest)) !== result;
  });
  return [...new Set(triggers)];
}

function resultOf(match: Match): string {
  return "entry" in match ? `${match.outcome} ${match.entry}` : match.outcome;
}
