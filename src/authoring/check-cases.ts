import path from "node:path";
import { answerLimit } from "../answer/answer.ts";
import type { Ask } from "../knowledge/ask.ts";
import { type AwsCase, caseOf } from "../knowledge/entry.ts";
import type { Fault } from "../knowledge/fault.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";

interface CaseCheck {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Checks that the cases of our own pack ask what AWS Support needs to know, in whole sentences. */
export function checkCases({ entries, asks }: Knowledge): CaseCheck {
  const cases = entries.flatMap((entry) => {
    const awsCase = caseOf(entry);
    // An unknown id is a fault already; without its question, more would only follow from it.
    if (!awsCase?.asks.every((id) => asks.has(id))) return [];
    return [{ entry, awsCase, asks: awsCase.asks.flatMap((id) => asks.get(id) ?? []) }];
  });
  const used = new Set(cases.flatMap(({ awsCase }) => awsCase.asks));
  return {
    faults: [
      ...cases.flatMap(({ entry, awsCase, asks }) =>
        [...missingAsks(asks), ...unfinishedSentences(awsCase), ...draftLengthFaults(awsCase, asks)].map(
          (message) => ({
            file: path.join(entry.folder, "entry.yaml"),
            message,
          }),
        ),
      ),
      ...[...asks.values()].flatMap((ask) =>
        unfinishedOptions(ask).map((message) => ({ file: fileOf(ask), message })),
      ),
    ],
    warnings: [...asks.values()]
      .filter(({ id }) => !used.has(id))
      .map((ask) => ({ file: fileOf(ask), message: `${ask.id}: no entry asks this` })),
  };
}

function fileOf({ folder }: Ask): string {
  return path.join(folder, "asks.yaml");
}

function missingAsks(asks: readonly Ask[]): readonly string[] {
  const last = asks.at(-1);
  const hasLastWord = last?.kind === "paragraph" && last.isOptional;
  return [
    ...(asks.some(isSince) ? [] : ["escalate.asks: ask since when it has been so"]),
    ...(asks.some(({ isTried }) => isTried) ? [] : ["escalate.asks: ask what was tried"]),
    ...(hasLastWord
      ? []
      : ["escalate.asks: end with a paragraph for the person's own words, which is optional"]),
  ];
}

/** Whether an option names a day in the past. */
function isSince(ask: Ask): boolean {
  return ask.kind === "choice" && ask.options.some(({ english }) => english.includes("{yesterday}"));
}

/** Sentences are joined in the draft, so each needs an end. */
const isSentence = (sentence: string) => /[.!?]$/.test(sentence);

function unfinishedSentences({ problem, request }: AwsCase): readonly string[] {
  return Object.entries({ problem, request })
    .filter(([, text]) => !isSentence(text))
    .map(([key]) => `escalate.${key}: end with a full stop`);
}

function unfinishedOptions(ask: Ask): readonly string[] {
  if (ask.kind !== "choice") return [];
  return ask.options
    .filter(({ english }) => english !== "" && !isSentence(english))
    .map(({ id }) => `${ask.id}.options.${id}: end with a full stop`);
}

/** The longest date. */
const dateLength = "30 September 2026".length;

function draftLengthFaults(
  { subject, problem, request, variants }: AwsCase,
  asks: readonly Ask[],
): readonly string[] {
  const subjects = [subject, ...variants.map((variant) => variant.subject ?? "")].map(({ length }) => length);
  const sentences = [Math.max(...subjects), problem.length, request.length, ...asks.map(maxLengthOf)];
  const length = sentences.reduce((sum, each) => sum + each + 1, 0);
  if (length <= answerLimit) return [];
  return [`escalate: the draft can have ${length} characters; at most ${answerLimit}`];
}

function maxLengthOf(ask: Ask): number {
  if (ask.kind !== "choice") return ask.english.length + ask.limit;
  const dated = ask.options.map(({ english }) => english.replace(/\{\w+\}/g, "x".repeat(dateLength)));
  const lengths = dated.map((english) => english.length);
  // Each sentence stands on a line of its own, with a dash before it.
  return ask.isSeveral ? lengths.reduce((sum, each) => sum + each + 3, 0) : Math.max(...lengths);
}
