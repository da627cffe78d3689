import type { types } from "@slack/bolt";
import type { Text } from "../../../src/answer/text.ts";
import { escapeText } from "./escape-text.ts";
import type { RichElement, RichList } from "./rich-text.ts";

/**
 * Rich text as plain text, for the `text` of a message: screen readers read it instead of the blocks, and
 * notifications show it (methods/chat.postMessage, accessibility).
 */
export function toPlainText(elements: readonly RichElement[]): string {
  return elements.map(elementToPlain).join("\n").trim();
}

/** A text as plain text, with each link's address after its label. */
export function textToPlain(text: Text): string {
  return text
    .map((span) => {
      const label = escapeText(span.text);
      return span.kind === "link" ? `${label} (${escapeText(span.url)})` : label;
    })
    .join("");
}

function elementToPlain(element: RichElement): string {
  switch (element.type) {
    case "rich_text_section":
    case "rich_text_quote":
    case "rich_text_preformatted":
      return spansToPlain(element.elements);
    case "rich_text_list":
      return element.elements
        .map((item, index) => `${listMarker(element, index)} ${spansToPlain(item.elements)}`)
        .join("\n");
  }
}

function listMarker({ style, indent = 0, offset = 0 }: RichList, index: number): string {
  return `${"   ".repeat(indent)}${style === "ordered" ? `${offset + index + 1}.` : "•"}`;
}

function spansToPlain(spans: readonly types.RichTextElement[]): string {
  return spans.map(spanToPlain).join("");
}

function spanToPlain(span: types.RichTextElement): string {
  if (span.type === "text") return escapeText(span.text);
  if (span.type === "date") return escapeText(span.fallback ?? "");
  if (span.type !== "link") return "";
  return `${escapeText(span.text ?? "")} (${escapeText(span.url)})`;
}
