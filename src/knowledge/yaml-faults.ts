import { type Document, isAlias, isNode, isScalar, type Node, Scalar, visit, type YAMLError } from "yaml";

/** Something that YAML refuses, or reads in another way than it was meant. */
interface YamlFault {
  /** Characters from the beginning of the YAML. */
  readonly offset: number;
  readonly message: string;
}

/** Whether a # behind a text begins a comment, or may be a part of the text that YAML cuts off. */
export type CommentRule = "anywhere" | "on-their-own-line";

/** What has to be mended before the values count. A tab puts all after it in the wrong place, so it stands alone. */
export function yamlFaults(
  document: Document.Parsed,
  text: string,
  comments: CommentRule,
): readonly YamlFault[] {
  const tab = document.errors.find(({ code }) => code === "TAB_AS_INDENT");
  if (tab) return [{ offset: tab.pos[0], message: "a tab stands here: put spaces in its place" }];
  const refused = document.errors.map((error) => ({
    offset: offsetOf(error, document),
    message: messageOf(error),
  }));
  return [...refused, ...misreadValues(document, text, comments)];
}

/** A quote that is not closed is refused where the text ends; it has to be mended where it begins. */
function offsetOf({ code, pos: [offset] }: YAMLError, document: Document.Parsed): number {
  if (code !== "MISSING_CHAR") return offset;
  let start = offset;
  visit(document, {
    Scalar: (_, { type, range }) => {
      const isQuoted = type === Scalar.QUOTE_SINGLE || type === Scalar.QUOTE_DOUBLE;
      if (isQuoted && range && range[0] < offset && offset <= range[2]) start = range[0];
    },
  });
  return start;
}

const quotesHelp: readonly string[] = [
  "UNEXPECTED_TOKEN",
  "BAD_SCALAR_START",
  "BAD_ALIAS",
  "TAG_RESOLVE_FAILED",
  "MISSING_CHAR",
];

/** YAML's own words, and what to do. */
function messageOf({ code, message }: YAMLError): string {
  if (code === "BLOCK_AS_IMPLICIT_KEY") return `${message}: a text with ": " in it needs quotes`;
  if (message.startsWith("Implicit")) return `${message}: put a space after the colon`;
  return quotesHelp.includes(code) ? `${message}: put the text in quotes` : message;
}

/** What YAML takes for a mark of its own, and which would be lost. */
function misreadValues(document: Document.Parsed, text: string, comments: CommentRule): readonly YamlFault[] {
  const slips: YamlFault[] = [];
  visit(document, (key, node) => {
    if (!isNode(node)) return;
    const cut = comments === "anywhere" || key === "key" ? undefined : cutOff(node, text);
    const what = markOf(node) ?? (cut && `the text is cut off at "${cut}"`);
    if (what) slips.push({ offset: node.range?.[0] ?? 0, message: `${what}: put it in quotes` });
  });
  return slips;
}

function markOf(node: Node): string | undefined {
  if (isAlias(node)) return `*${node.source} is an alias in YAML`;
  if (node.anchor) return "begins with &";
  return node.tag ? "begins with !" : undefined;
}

/** What stands behind a text without quotes on its line, or in the place of one. */
function cutOff(node: Node, text: string): string | undefined {
  if (!isScalar(node) || node.type !== Scalar.PLAIN) return undefined;
  if (typeof node.value !== "string" && node.value !== null) return undefined;
  return /^[ \t]*(#.*)/.exec(text.slice(node.range?.[1]))?.[1];
}
