import { type Ask, isNotYet } from "../knowledge/ask.ts";
import { type AwsCase, caseOf, type Entry } from "../knowledge/entry.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { type AnswerSentence, answerSentences } from "./answer-sentences.ts";
import { caseFor } from "./choose-variant.ts";
import { asksOf, type CaseText, type Draft } from "./draft.ts";
import { maxTriedEntries } from "./limits.ts";

/**
 * The text of a draft: as the person edited it, else composed of the answers. It is in English, like AWS's forms; AWS
 * Support answers in few languages.
 */
export function composeDraft(knowledge: Knowledge, awsCase: AwsCase, draft: Draft): CaseText {
  if (draft.edited) return draft.edited;
  const { subject, problem, request, door } = caseFor(awsCase, draft.answers);
  const { tried, facts, paragraphs } = groupSentences(answerSentences(knowledge, awsCase, draft));
  const steps = [...triedPages(knowledge, awsCase, draft), ...tried];
  const parts = [
    [problem, ...facts].join("\n"),
    ...(door === "console" ? [] : [accountLines.join("\n")]),
    ...(steps.length > 0 ? [["What I tried:", ...steps.map((line) => `- ${line}`)].join("\n")] : []),
    ...paragraphs,
    request,
  ];
  return { subject, description: parts.join("\n\n") };
}

/** A form without sign-in finds no account without these; the person fills them in, since the bot stores neither. */
const accountLines = [
  "Account ID: [12-digit account ID, if you know it]",
  "Email address of the account: [email address]",
];

function groupSentences(sentences: readonly AnswerSentence[]) {
  const english = (group: readonly AnswerSentence[]) => group.map((sentence) => sentence.english);
  const others = sentences.filter(({ isTried }) => !isTried);
  return {
    tried: english(sentences.filter(({ isTried }) => isTried)),
    facts: english(others.filter(({ ask }) => ask.kind !== "paragraph")),
    paragraphs: english(others.filter(({ ask }) => ask.kind === "paragraph")),
  };
}

/** AWS's pages, by their own titles, from which the person came with "still stuck". */
function triedPages(knowledge: Knowledge, awsCase: AwsCase, draft: Draft): readonly string[] {
  const pages = triedEntries(knowledge, awsCase, draft)
    .flatMap(({ source }) => source[0] ?? [])
    .map(({ name, url }) => `I used AWS's page "${name}" (${url}), and I am still stuck.`);
  return [...new Set(pages)];
}

/** The entries whose steps did not help; none if the answers say that something was not tried yet. */
export function triedEntries(knowledge: Knowledge, awsCase: AwsCase, draft: Draft): readonly Entry[] {
  if (untriedAsks(knowledge, awsCase, draft).length > 0) return [];
  return draft.tried
    .slice(-maxTriedEntries)
    .flatMap((id) => knowledge.find(id) ?? [])
    .filter((entry) => caseOf(entry)?.tried !== false);
}

/** The questions that were answered with "not yet". */
export function untriedAsks(knowledge: Knowledge, awsCase: AwsCase, { answers }: Draft): readonly Ask[] {
  return asksOf(knowledge, awsCase).filter((ask) => isNotYet(ask, answers[ask.id] ?? ""));
}

/** Whether a text still has the places for the account's ID and email. */
export function asksForAccount({ description }: CaseText): boolean {
  return accountLines.some((line) => description.includes(line));
}
