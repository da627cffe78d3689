import type { types } from "@slack/bolt";
import { cut } from "../../../src/lib/cut.ts";
import type { RichElement } from "./rich-text.ts";

/**
 * Splits rich text into pages of at most `limit` characters of JSON: between elements if possible, else between a
 * list's items, else inside a text, but never inside a grapheme.
 */
export function paginate(
  elements: readonly RichElement[],
  limit: number,
): readonly (readonly RichElement[])[] {
  const pages: RichElement[][] = [];
  let pageLength = 0;
  for (const element of elements.flatMap((whole) => splitElement(whole, limit))) {
    const length = jsonLength(element);
    const page = pages.at(-1);
    if (page && pageLength + length <= limit) {
      page.push(element);
      pageLength += length;
    } else {
      pages.push([element]);
      pageLength = length;
    }
  }
  return pages;
}

function splitElement(element: RichElement, limit: number): readonly RichElement[] {
  if (jsonLength(element) <= limit) return [element];
  switch (element.type) {
    case "rich_text_section":
    case "rich_text_quote":
      return splitSpans(element.elements, limit).map((elements) => ({ ...element, elements }));
    case "rich_text_preformatted":
      return splitSpans(element.elements, limit).map((elements) => ({
        ...element,
        elements: elements.filter((span) => span.type === "text" || span.type === "link"),
      }));
    case "rich_text_list":
      return element.elements.flatMap((item, index) =>
        splitSpans(item.elements, limit).map((elements, part) =>
          part === 0
            ? { ...element, offset: (element.offset ?? 0) + index, elements: [{ ...item, elements }] }
            : { ...item, elements },
        ),
      );
  }
}

function splitSpans(
  spans: readonly types.RichTextElement[],
  limit: number,
): readonly types.RichTextElement[][] {
  // JSON may escape a character with a second one, so a text of half the limit always fits.
  const maxTextCharacters = Math.floor(limit / 2);
  const parts: types.RichTextElement[][] = [];
  const pieces = spans.flatMap((span): types.RichTextElement[] =>
    span.type === "text" || span.type === "link"
      ? cut(span.text ?? "", maxTextCharacters).map((text) => ({ ...span, text }))
      : [span],
  );
  for (const piece of pieces) {
    const part = parts.at(-1);
    if (part && jsonLength(part) + jsonLength(piece) <= limit) part.push(piece);
    else parts.push([piece]);
  }
  return parts;
}

/** What Slack counts: the blocks as JSON (bolt-js issues 2509 and 2867). */
export function jsonLength(value: unknown): number {
  return JSON.stringify(value).length;
}
