import type { Heading, RootContent } from "mdast";
import { lengthOf } from "../answer/answer.ts";
import type { EntryQuestion } from "./entry.ts";
import { toBlocks } from "./read-blocks.ts";
import { plainWords, type Report } from "./read-spans.ts";

/** Maximum questions of an entry, and maximum characters of a question and of its answer. */
const maxQuestions = 8;
const questionLimit = 100;
const shortAnswerLimit = 500;

/** Reads a section of "### question" headings, each followed by its short answer. */
export function readEntryQuestions(nodes: readonly RootContent[], report: Report): readonly EntryQuestion[] {
  const parts = divide(nodes, report);
  const seen = new Set<string>();
  return parts.map(({ heading, rest }, index) => {
    const question = plainWords(heading, report);
    const answer = toBlocks(rest, report);
    if (index === maxQuestions) report(heading, `at most ${maxQuestions} questions: keep the likeliest`);
    for (const message of problemsOf({ question, answer }, seen)) report(heading, message);
    seen.add(question.toLowerCase());
    return { question, answer };
  });
}

interface Part {
  readonly heading: Heading;
  readonly rest: RootContent[];
}

function divide(nodes: readonly RootContent[], report: Report): readonly Part[] {
  const parts: Part[] = [];
  for (const node of nodes) {
    const last = parts.at(-1);
    if (node.type !== "heading") {
      if (last) last.rest.push(node);
      else report(node, "begin with a question: ### How long does it take?");
    } else if (node.depth === 3) parts.push({ heading: node, rest: [] });
    else report(node, "a question is a heading with ###, and its answer has no heading");
  }
  return parts;
}

function problemsOf({ question, answer }: EntryQuestion, seen: ReadonlySet<string>): readonly string[] {
  const length = lengthOf(answer);
  return [
    ...(question.length > questionLimit ? [`a question is at most ${questionLimit} characters`] : []),
    ...(seen.has(question.toLowerCase()) ? [`"${question}" stands twice`] : []),
    ...(length === 0 ? [`"${question}": write a short answer below it`] : []),
    ...(length > shortAnswerLimit
      ? [`"${question}": the answer has ${length} characters; at most ${shortAnswerLimit}`]
      : []),
  ];
}
