import { LineCounter, parseDocument, visit, type YAMLError, YAMLParseError } from "yaml";
import type { z } from "zod";
import type { Fault } from "./fault.ts";

interface YamlFile {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before the YAML begins. */
  readonly lineOffset?: number;
}

interface YamlReading<T> {
  readonly value?: T;
  readonly faults: readonly Fault[];
  /** The line of the value at a path, or of the nearest value around it. */
  readonly lineOf: LineOf;
}

export type LineOf = (path: readonly PropertyKey[]) => number;

/** Parses YAML strictly and holds it against a schema; every fault names its line. */
export function readYaml<S extends z.ZodType>(
  { file, text, lineOffset = 0 }: YamlFile,
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
  visit(document, {
    Alias: (_, { range, source }) => {
      document.errors.push(
        new YAMLParseError(
          [range?.[0] ?? 0, range?.[1] ?? 0],
          "BAD_ALIAS",
          `*${source} is an alias in YAML: put it in quotes`,
        ),
      );
    },
  });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      message: messageOf(error),
    }));
    return { lineOf, faults };
  }

  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { value: parsed.data, faults: [], lineOf };
  const faults = parsed.error.issues.map((issue) => ({
    file,
    line: lineOf(
      issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path,
    ),
    message: issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message,
  }));
  return { lineOf, faults };
}

/** The likeliest slip has a hint: "Tip: read on" is a key and a value to YAML. */
function messageOf({ code, message }: YAMLError): string {
  return code === "BLOCK_AS_IMPLICIT_KEY" ? `${message}: a text with ": " in it needs quotes` : message;
}

/** Where the value at a path stands, or else the nearest value around it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return 0;
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}
