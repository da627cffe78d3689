import { type Document, isAlias, isNode, isScalar, type Node, Scalar, visit, type YAMLError } from "yaml";

/** Invalid YAML, or YAML that means something else than its author intended. */
interface YamlFault {
  /** Characters from the start of the YAML. */
  readonly offset: number;
  readonly message: string;
}

/** Whether a # after a value is a comment, or is reported as a part of the text that YAML would cut off. */
export type CommentRule = "anywhere" | "on-their-own-line";

/** The faults to fix before the values can be validated. A tab misplaces everything after it, so it is reported alone. */
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

/** The parser reports an unclosed quote at its end; the fault is where it starts. */
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

/** The parser's message, and what to do. */
function messageOf({ code, message }: YAMLError): string {
  if (code === "BLOCK_AS_IMPLICIT_KEY") return `${message}: a text with ": " in it needs quotes`;
  if (message.startsWith("Implicit")) return `${message}: put a space after the colon`;
  return quotesHelp.includes(code) ? `${message}: put the text in quotes` : message;
}

/** Values that YAML reads as an alias, an anchor, a tag or a comment. */
function misreadValues(document: Document.Parsed, text: string, comments: CommentRule): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, (key, node) => {
    if (!isNode(node)) return;
    const cut = comments === "anywhere" || key === "key" ? undefined : cutOff(node, text);
    const what = markOf(node) ?? (cut && `the text is cut off at "${cut}"`);
    if (what) faults.push({ offset: node.range?.[0] ?? 0, message: `${what}: put it in quotes` });
  });
  return faults;
}

function markOf(node: Node): string | undefined {
  if (isAlias(node)) return `*${node.source} is an alias in YAML`;
  if (node.anchor) return "begins with &";
  return node.tag ? "begins with !" : undefined;
}

/** The comment directly after an unquoted text, or instead of one. */
function cutOff(node: Node, text: string): string | undefined {
  if (!isScalar(node) || node.type !== Scalar.PLAIN) return undefined;
  if (typeof node.value !== "string" && node.value !== null) return undefined;
  return /^[ \t]*(#.*)/.exec(text.slice(node.range?.[1]))?.[1];
}
