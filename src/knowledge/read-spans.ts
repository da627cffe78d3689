import type { Heading, Link, Nodes, PhrasingContent, RootContent, Strong } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as wordsOf } from "mdast-util-to-string";
import { link, plain, type Span, strong, type Text } from "../answer/text.ts";

type Positioned = Pick<RootContent, "position">;
/** Called with each fault in the Markdown. */
export type Report = (node: Positioned, message: string) => void;

/**
 * Reads a line of text with **bold**, `code` and [links]({url}).
 * @param address a placeholder that is allowed instead of an https:// address
 */
export function readSpans(
  markdown: string,
  address: string,
): { readonly text: Text; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const report: Report = (_, message) => problems.push(message);
  const [node, ...others] = fromMarkdown(markdown).children;
  if (node?.type !== "paragraph" || others.length > 0)
    return { text: [], problems: ["must be a line of text, not a heading, list, note or code"] };
  const text = toText(node.children, report, (url) => url === address || isWebAddress(url));
  reportStars([node], markdown, report);
  return { text, problems };
}

/** Reports ** that Markdown did not read as bold, unless it is escaped. */
export function reportStars(nodes: readonly Nodes[], markdown: string, report: Report): void {
  for (const node of nodes) {
    if ("children" in node) reportStars(node.children, markdown, report);
    const { start, end } = node.position ?? {};
    if (node.type === "text" && /(?<!\\)\*\*/.test(markdown.slice(start?.offset, end?.offset)))
      report(node, "** would be shown as it is: bold is **Next**, with no space inside the stars");
  }
}

/** The spans of a paragraph; unsupported Markdown is reported. */
export function toText(nodes: readonly PhrasingContent[], report: Report, isAddress = isWebAddress): Text {
  return nodes.flatMap((node) => toSpan(node, report, isAddress));
}

function isWebAddress(url: string): boolean {
  return url.startsWith("https://");
}

function toSpan(node: PhrasingContent, report: Report, isAddress: (url: string) => boolean): readonly Span[] {
  switch (node.type) {
    case "text":
      if (/~~|^\|.*\|$/m.test(node.value)) report(node, unsupported("table or ~~"));
      return [plain(oneLine(node.value))];
    case "strong":
      return [strong(plainWords(node, report))];
    case "inlineCode":
      return [{ kind: "code", text: oneLine(node.value) }];
    case "link":
      if (!isAddress(node.url)) report(node, `a link begins with https://, not "${node.url}"`);
      return [link(plainWords(node, report), node.url)];
    default:
      report(node, unsupported(node.type));
      return [];
  }
}

/** The text of bold, a link or a heading; nested markup is reported. */
export function plainWords(node: Strong | Link | Heading, report: Report): string {
  for (const child of node.children)
    if (child.type !== "text") report(child, unsupported(`${child.type} in ${node.type}`));
  return oneLine(wordsOf(node));
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

/** The message for Markdown that the renderers don't support. */
export function unsupported(type: string): string {
  return `unsupported Markdown (${type}): knowledge/README.md lists what can be used`;
}
