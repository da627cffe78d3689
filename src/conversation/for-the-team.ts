import type { Handover } from "../cases/handover.ts";
import type { Entry } from "../knowledge/entry.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { toWords } from "../lib/normalise.ts";
import { createExpressions } from "../matching/expressions.ts";
import type { Match } from "../matching/match.ts";
import type { MatchQuestion } from "../matching/matcher.ts";
import { withoutLabels } from "../safety/mask.ts";
import type { RecognisedIntent } from "./recognise-intent.ts";

// Whether words that follow the team's words are for the team. What would be lost on the way is worse than what the team
// reads in vain, so that only what is surely a question of its own is kept from it; everything else goes to the team.

/** Whether words are surely another question than the one that the team has. */
export type IsOwnQuestion = (
  text: string,
  about: { readonly handover: Handover; readonly recognised: RecognisedIntent },
) => boolean;

/** Fewer words are an answer: "the second one", "it@example.com". */
const minWords = 4;
/**
 * Minimum probabilities, chosen on 30 November 2026 with tests/conversation/for-the-team.test.ts: that the question is ours
 * and that the answer is right.
 */
const sureOurs = 0.9;
const sureBest = 0.6;
/** The first of them, where the person says that it is another matter. */
const likelyOurs = 0.5;
/** From this share of the likelihood on, the team's own words name the topic, so that the person answers them. */
const spokenOf = 0.1;

export function createIsOwnQuestion(knowledge: Knowledge, match: MatchQuestion): IsOwnQuestion {
  const languages = [...knowledge.strings.values()];
  const anotherMatter = createExpressions(languages.flatMap((language) => language.anotherMatter));
  const carriesOn = createExpressions(languages.flatMap((language) => language.carriesOn));
  const asksWhatIsSeen = createExpressions(languages.flatMap((language) => language.asksWhatIsSeen));
  const yes = createExpressions(languages.flatMap(({ heard }) => heard.yes));

  return (text, { handover, recognised }) => {
    const words = toWords(text);
    if (recognised.intent || recognised.isNegative || words.length < minWords) return false;
    const isNamedAsOther = anotherMatter.isAmong(words);
    if (!isNamedAsOther && (carriesOn.isAmong(words) || yes.at(words, 0))) return false;
    const found = match(withoutLabels(text));
    if (isNamedAsOther) return found.outcome !== "decline" && found.ours >= likelyOurs;
    if (asksWhatIsSeen.isAmong(toWords(handover.wrote?.text ?? ""))) return false;
    const topics = surelyAbout(found);
    const known = [handover.entry, ...spokenTopics(match, handover)];
    const isKnown = (topic: string) => known.some((one) => one && areNear(knowledge, one, topic));
    return topics.length > 0 && !topics.some(isKnown);
  };
}

/** The entries that a question is surely about; none if that is not sure, or it is not ours to answer. */
export function surelyAbout(match: Match): readonly string[] {
  if (match.ours < sureOurs) return [];
  if (match.outcome === "suggest") return match.several ? match.entries : [];
  return match.outcome === "decline" || match.certainty < sureBest ? [] : [match.entry];
}

/** The entries that what was asked of the team, or its own words, may be about. */
function spokenTopics(match: MatchQuestion, { wrote, told }: Handover): readonly string[] {
  return [wrote?.text, told?.question].flatMap((text = "") => {
    const { candidates, ours } = match(withoutLabels(text));
    return candidates.filter(({ confidence }) => confidence * ours >= spokenOf).map(({ entry }) => entry);
  });
}

/** Whether two entries are the same, or one is an option of the other or narrows it. */
export function areNear({ find }: Knowledge, one: string, other: string): boolean {
  const leadsTo = (from: Entry | undefined, to: string) =>
    from?.refines === to || (from?.kind === "choice" && from.options.includes(to));
  return one === other || leadsTo(find(one), other) || leadsTo(find(other), one);
}
