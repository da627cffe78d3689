import type { types } from "@slack/bolt";
import type { Text } from "../../../src/answer/text.ts";
import type { List, RichElement } from "./rich-text.ts";

/**
 * Rich text as plain words, for the `text` of a message: screen readers read that and not the blocks, and
 * notifications show it (methods/chat.postMessage, accessibility).
 */
export function toPlainText(elements: readonly RichElement[]): string {
  return elements.map(wordsOf).join("\n").trim();
}

/** A text as plain words, addresses behind their labels. */
export function toPlainLine(text: Text): string {
  return text
    .map((span) => {
      const words = escapeSlack(span.text);
      return span.kind === "link" ? `${words} (${escapeSlack(span.url)})` : words;
    })
    .join("");
}

function wordsOf(element: RichElement): string {
  switch (element.type) {
    case "rich_text_section":
    case "rich_text_quote":
    case "rich_text_preformatted":
      return join(element.elements);
    case "rich_text_list":
      return element.elements
        .map((item, index) => `${markOf(element, index)} ${join(item.elements)}`)
        .join("\n");
  }
}

function markOf({ style, indent = 0, offset = 0 }: List, index: number): string {
  return `${"   ".repeat(indent)}${style === "ordered" ? `${offset + index + 1}.` : "•"}`;
}

function join(elements: readonly types.RichTextElement[]): string {
  return elements.map(toWords).join("");
}

function toWords(element: types.RichTextElement): string {
  if (element.type === "text") return escapeSlack(element.text);
  if (element.type !== "link") return "";
  const label = escapeSlack(element.text ?? "");
  return `${label} (${escapeSlack(element.url)})`;
}

/** Slack's three escapes, which also disarm <!channel>: messaging/formatting-message-text. */
export function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
