import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Fault } from "./fault.ts";
import { type CommentRule, yamlFaults } from "./yaml-faults.ts";

interface YamlFile {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before the YAML begins. */
  readonly lineOffset?: number;
  /** Where comments are allowed. */
  readonly comments?: CommentRule;
}

interface YamlReading<T> {
  readonly value?: T;
  readonly faults: readonly Fault[];
  /** The line of the value at a path, or of its closest ancestor. */
  readonly lineOf: LineOf;
  /** The line of the key at a path; of its value if there is no such key. */
  readonly lineOfKey: LineOf;
}

export type LineOf = (path: readonly PropertyKey[]) => number;

/** Parses YAML strictly and validates it. Every fault has its line; of several syntax faults in a line, the first counts. */
export function readYaml<S extends z.ZodType>(
  { file, text, lineOffset = 0, comments = "anywhere" }: YamlFile,
  schema: S,
): YamlReading<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const lineAt = (offset: number) => lines.linePos(offset).line + lineOffset;
  const lineOf: LineOf = (path) => lineAt(offsetOf(document, path));
  const lineOfKey: LineOf = (path) => lineAt(keyOffsetOf(document, path) ?? offsetOf(document, path));
  const syntaxFaults = new Map<number, Fault>();
  for (const { offset, message } of yamlFaults(document, text, comments)) {
    const line = lineAt(offset);
    if (!syntaxFaults.has(line)) syntaxFaults.set(line, { file, line, message });
  }
  if (syntaxFaults.size > 0) return { lineOf, lineOfKey, faults: [...syntaxFaults.values()] };

  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { value: parsed.data, faults: [], lineOf, lineOfKey };
  const faults = parsed.error.issues.map((issue) => ({
    file,
    line: lineOf(
      issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path,
    ),
    message: typeof issue.path[0] === "string" ? `${issue.path.join(".")}: ${issue.message}` : issue.message,
  }));
  return { lineOf, lineOfKey, faults };
}

/** The offset of the value at a path, or of its closest ancestor. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return 0;
}

function keyOffsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | undefined {
  const map: unknown = document.getIn(path.slice(0, -1), true);
  if (!isMap(map)) return undefined;
  const keys = map.items.map(({ key }) => key).filter(isScalar);
  return keys.find(({ value }) => value === path.at(-1))?.range?.[0];
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}
