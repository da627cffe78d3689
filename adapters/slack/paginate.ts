import type { types } from "@slack/bolt";
import { cut } from "../../src/answer/cut.ts";
import type { RichElement } from "./rich-text.ts";

/**
 * Divides rich text into parts within a limit of characters: between elements where that will do, else between a
 * list's items, else inside a text, but never inside a character as people see it.
 */
export function paginate(
  elements: readonly RichElement[],
  limit: number,
): readonly (readonly RichElement[])[] {
  const pages: (readonly RichElement[])[] = [];
  for (const element of elements.flatMap((whole) => cutElement(whole, limit))) {
    const page = pages.at(-1);
    if (page && sizeOfAll(page) + sizeOf(element) <= limit) pages[pages.length - 1] = [...page, element];
    else pages.push([element]);
  }
  return pages;
}

function cutElement(element: RichElement, limit: number): readonly RichElement[] {
  if (sizeOf(element) <= limit) return [element];
  switch (element.type) {
    case "rich_text_section":
    case "rich_text_quote":
      return cutSpans(element.elements, limit).map((elements) => ({ ...element, elements }));
    case "rich_text_preformatted":
      return cutSpans(element.elements, limit).map((elements) => ({
        ...element,
        elements: elements.filter((span) => span.type === "text" || span.type === "link"),
      }));
    case "rich_text_list":
      return element.elements.flatMap((item, index) =>
        cutSpans(item.elements, limit).map((elements, part) =>
          part === 0
            ? { ...element, offset: (element.offset ?? 0) + index, elements: [{ ...item, elements }] }
            : { ...item, elements },
        ),
      );
  }
}

function cutSpans(
  spans: readonly types.RichTextElement[],
  limit: number,
): readonly types.RichTextElement[][] {
  const pieces: types.RichTextElement[][] = [];
  const whole = spans.flatMap((span) =>
    span.type === "text" || span.type === "link"
      ? cut(span.text ?? "", limit).map((text) => ({ ...span, text }))
      : [],
  );
  for (const span of whole) {
    const piece = pieces.at(-1);
    if (piece && sizeOfSpans(piece) + sizeOfSpans([span]) <= limit) piece.push(span);
    else pieces.push([span]);
  }
  return pieces;
}

function sizeOfAll(elements: readonly RichElement[]): number {
  return elements.reduce((sum, element) => sum + sizeOf(element), 0);
}

function sizeOf(element: RichElement): number {
  if (element.type !== "rich_text_list") return sizeOfSpans(element.elements);
  return element.elements.reduce((sum, item) => sum + sizeOfSpans(item.elements), 0);
}

/** Characters with those of addresses, which count as well. */
function sizeOfSpans(spans: readonly types.RichTextElement[]): number {
  return spans.reduce((sum, span) => {
    if (span.type === "text") return sum + span.text.length;
    return span.type === "link" ? sum + (span.text?.length ?? 0) + span.url.length : sum;
  }, 0);
}
