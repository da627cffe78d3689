import type { Heading, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as wordsOf } from "mdast-util-to-string";
import type { Block } from "../answer/answer.ts";
import type { EntryQuestion } from "./entry.ts";
import type { Fault } from "./fault.ts";
import { toBlocks } from "./read-blocks.ts";
import { readEntryQuestions } from "./read-entry-questions.ts";
import { type Report, reportStars } from "./read-spans.ts";

/** The sections of an entry's text. */
export interface Sections {
  readonly body: readonly Block[];
  readonly stillStuck: readonly Block[];
  /** The message to the administrator, as Markdown source. */
  readonly message: string;
  readonly administrator: readonly Block[];
  /** Short answers to likely questions about the entry itself. */
  readonly questions: readonly EntryQuestion[];
}

interface MarkdownFile {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before the Markdown begins. */
  readonly lineOffset: number;
}

const sectionHeadings = {
  "Still stuck": "stillStuck",
  Message: "message",
  Administrator: "administrator",
  Questions: "questions",
} as const;
type SectionName = "body" | (typeof sectionHeadings)[keyof typeof sectionHeadings];

/** Reads the subset of Markdown that knowledge/README.md describes; anything else is a fault. */
export function readMarkdown({ file, text, lineOffset }: MarkdownFile): {
  readonly sections: Sections;
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const report: Report = (node, message) =>
    faults.push({ file, line: (node.position?.start.line ?? 1) + lineOffset, message });

  const parts: Record<SectionName, RootContent[]> = {
    body: [],
    stillStuck: [],
    message: [],
    administrator: [],
    questions: [],
  };
  const seen = new Set<SectionName>();
  let current: SectionName = "body";
  for (const node of fromMarkdown(text).children) {
    if (node.type === "heading" && node.depth < 3) {
      const section = sectionAfter(node, report);
      if (!section) continue;
      if (seen.has(section)) report(node, `## ${wordsOf(node)} stands twice`);
      seen.add(section);
      current = section;
    } else parts[current].push(node);
  }

  for (const nodes of [parts.body, parts.stillStuck, parts.administrator, parts.questions])
    reportStars(nodes, text, report);
  return {
    sections: {
      body: toBlocks(parts.body, report),
      stillStuck: toBlocks(parts.stillStuck, report),
      message: sourceOf(parts.message, text),
      administrator: toBlocks(parts.administrator, report),
      questions: readEntryQuestions(parts.questions, report),
    },
    faults,
  };
}

function sectionAfter(heading: Heading, report: Report): SectionName | undefined {
  const title = wordsOf(heading);
  const mark = Object.entries(sectionHeadings).find(([name]) => name === title && heading.depth === 2);
  if (mark) return mark[1];
  report(
    heading,
    `unknown heading "${title}": use ## ${Object.keys(sectionHeadings).join(", ## ")}, or ### inside a text`,
  );
  return undefined;
}

function sourceOf(nodes: readonly RootContent[], text: string): string {
  const start = nodes.at(0)?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? "" : text.slice(start, end);
}
