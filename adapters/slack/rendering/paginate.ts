import type { types } from "@slack/bolt";
import { cut } from "../../../src/lib/cut.ts";
import type { RichElement } from "./rich-text.ts";

/**
 * Divides rich text into parts within a limit of size: between elements where that will do, else between a
 * list's items, else inside a text, but never inside a character as people see it.
 */
export function paginate(
  elements: readonly RichElement[],
  limit: number,
): readonly (readonly RichElement[])[] {
  const pages: RichElement[][] = [];
  let size = 0;
  for (const element of elements.flatMap((whole) => cutElement(whole, limit))) {
    const more = sizeOf(element);
    const page = pages.at(-1);
    if (page && size + more <= limit) page.push(element);
    else pages.push([element]);
    size = page && size + more <= limit ? size + more : more;
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

/** A text of half the size stays within it also where JSON needs two characters for one. */
function cutSpans(
  spans: readonly types.RichTextElement[],
  limit: number,
): readonly types.RichTextElement[][] {
  const pieces: types.RichTextElement[][] = [];
  const whole = spans.flatMap((span) =>
    span.type === "text" || span.type === "link"
      ? cut(span.text ?? "", Math.floor(limit / 2)).map((text) => ({ ...span, text }))
      : [],
  );
  for (const span of whole) {
    const piece = pieces.at(-1);
    if (piece && sizeOf(piece) + sizeOf(span) <= limit) piece.push(span);
    else pieces.push([span]);
  }
  return pieces;
}

/** What Slack counts: the blocks as they are written in JSON (bolt-js issues 2509 and 2867). */
export function sizeOf(written: unknown): number {
  return JSON.stringify(written).length;
}
