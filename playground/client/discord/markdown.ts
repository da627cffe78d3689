import { rulesExtended, SimpleMarkdown } from "discord-markdown-parser";
import { isTime } from "../time.ts";
import { listRule } from "./list-rule.ts";

/** Discord's markup as plain data. */
export type Mark =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  | {
      readonly kind: "strong" | "em" | "underline" | "strike" | "spoiler" | "quote" | "subtext";
      readonly content: readonly Mark[];
    }
  | { readonly kind: "heading"; readonly level: number; readonly content: readonly Mark[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "code-block"; readonly text: string }
  | { readonly kind: "link"; readonly url: string; readonly content: readonly Mark[] }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Mark[])[];
    }
  | { readonly kind: "user" | "channel" | "role"; readonly id: string }
  /** `style` is one of reference#message-formatting-timestamp-styles. */
  | { readonly kind: "time"; readonly at: number; readonly style: string };

const parse = SimpleMarkdown.parserFor({ ...rulesExtended, list: listRule });

/** Parses the markup of messages and text displays: reference#message-formatting */
export function readMarkdown(source: string): readonly Mark[] {
  return parse(source, { inline: true }).flatMap(toMark);
}

type Node = ReturnType<typeof parse>[number];

const wrapping: Readonly<
  Record<string, "strong" | "em" | "underline" | "strike" | "spoiler" | "quote" | "subtext">
> = {
  strong: "strong",
  em: "em",
  underline: "underline",
  strikethrough: "strike",
  spoiler: "spoiler",
  blockQuote: "quote",
  subtext: "subtext",
};

function toMark(node: Node): readonly Mark[] {
  const { type } = node;
  const kind = wrapping[type];
  if (kind) return [{ kind, content: inside(node) }];
  switch (type) {
    case "br":
    case "newline":
      return [{ kind: "break" }];
    case "heading":
      return [{ kind: "heading", level: Number(node.level), content: inside(node) }];
    case "inlineCode":
      return [{ kind: "code", text: textOf(node) }];
    case "codeBlock":
      return [{ kind: "code-block", text: textOf(node) }];
    case "link":
    case "url":
    case "autolink":
      return [{ kind: "link", url: String(node.target), content: inside(node) }];
    case "list":
      return [toList(node)];
    case "user":
    case "channel":
    case "role":
      return [{ kind: type, id: String(node.id) }];
    case "timestamp":
      return [toTime(node)];
    case "everyone":
    case "here":
      return [{ kind: "text", text: `@${type}` }];
    case "twemoji":
    case "emoji":
      return [{ kind: "text", text: String(node.name) }];
    default:
      return [{ kind: "text", text: textOf(node) }];
  }
}

/** A number that is no time is shown as it was written. */
function toTime({ timestamp, format }: Node): Mark {
  const at = Number(timestamp) * 1000;
  return isTime(at)
    ? { kind: "time", at, style: String(format ?? "f") }
    : { kind: "text", text: `<t:${timestamp}>` };
}

function toList({ ordered, start, items }: Node): Mark {
  const nodes: Node[][] = items;
  return {
    kind: "list",
    isOrdered: ordered === true,
    start: Number(start) || 1,
    items: nodes.map((item) => item.flatMap(toMark)),
  };
}

function inside({ content }: Node): readonly Mark[] {
  if (Array.isArray(content)) return content.flatMap(toMark);
  return [{ kind: "text", text: String(content ?? "") }];
}

function textOf({ content }: Node): string {
  return typeof content === "string" ? content : "";
}
