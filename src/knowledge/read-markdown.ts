import type { BlockContent, DefinitionContent, Heading, ListItem, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as wordsOf } from "mdast-util-to-string";
import type { Block } from "../answer/answer.ts";
import type { Text } from "../answer/text.ts";
import type { Fault } from "./fault.ts";
import { plainWords, type Report, reportStars, toText, unsupported } from "./read-spans.ts";

/** The parts of an entry's text, divided by the headings that are marks. */
export interface Sections {
  readonly body: readonly Block[];
  readonly stillStuck: readonly Block[];
  /** The message to the administrator, as it was typed. */
  readonly message: string;
  readonly administrator: readonly Block[];
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
  };
  const seen = new Set<SectionName>();
  let part: SectionName = "body";
  for (const node of fromMarkdown(text).children) {
    if (node.type === "heading" && node.depth < 3) {
      const mark = sectionAfter(node, report);
      if (!mark) continue;
      if (seen.has(mark)) report(node, `## ${wordsOf(node)} stands twice`);
      seen.add(mark);
      part = mark;
    } else parts[part].push(node);
  }

  for (const nodes of [parts.body, parts.stillStuck, parts.administrator]) reportStars(nodes, text, report);
  return {
    sections: {
      body: toBlocks(parts.body, report),
      stillStuck: toBlocks(parts.stillStuck, report),
      message: sourceOf(parts.message, text),
      administrator: toBlocks(parts.administrator, report),
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

function toBlocks(nodes: readonly RootContent[], report: Report): readonly Block[] {
  return nodes.flatMap((node) => toBlock(node, report));
}

function toBlock(node: RootContent, report: Report): readonly Block[] {
  switch (node.type) {
    case "paragraph":
      return [{ kind: "paragraph", text: toText(node.children, report) }];
    case "heading":
      return [{ kind: "section", title: plainWords(node, report) }];
    case "code":
      return [{ kind: "code", text: node.value }];
    case "blockquote":
      return node.children.flatMap((child) => toNote(child, report));
    case "list":
      if (node.ordered && node.start !== 1)
        report(node, "steps begin with 1: indent what belongs to the step before");
      return node.ordered
        ? [{ kind: "steps", steps: node.children.map((item) => toBlocks(item.children, report)) }]
        : [{ kind: "list", items: node.children.map((item) => toItem(item, report)) }];
    default:
      report(node, unsupported(node.type));
      return [];
  }
}

function toNote(node: BlockContent | DefinitionContent, report: Report): readonly Block[] {
  if (node.type === "paragraph")
    return [{ kind: "note", tone: "notice", text: toText(node.children, report) }];
  report(node, "a note (>) holds paragraphs only");
  return [];
}

function toItem(item: ListItem, report: Report): Text {
  const [first, ...rest] = item.children;
  if (first?.type === "paragraph" && rest.length === 0) return toText(first.children, report);
  report(item, "an item of a - list is one paragraph; use 1. steps to hold more");
  return [];
}
