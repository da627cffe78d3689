import type { BlockContent, DefinitionContent, ListItem, RootContent } from "mdast";
import type { Block } from "../answer/answer.ts";
import type { Text } from "../answer/text.ts";
import { plainWords, type Report, toText, unsupported } from "./read-spans.ts";

/** Turns Markdown nodes into blocks; unsupported Markdown is reported. */
export function toBlocks(nodes: readonly RootContent[], report: Report): readonly Block[] {
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
