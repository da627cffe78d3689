import type { types } from "@slack/bolt";
import type { Block } from "../../../src/answer/answer.ts";
import { plain, type Span, strong, type Text } from "../../../src/answer/text.ts";
import { timeFormat, toSeconds } from "./time.ts";

type Section = types.RichTextSection;
/** `offset` is where the numbering continues, from 0; the SDK's types lack it. */
export type RichList = types.RichTextList & { offset?: number };

/** One element of a rich_text block: reference/block-kit/blocks/rich-text-block. */
export type RichElement = Section | RichList | types.RichTextQuote | types.RichTextPreformatted;

/**
 * Blocks as Slack's rich text. Rich text is data, so nothing in it is parsed as markup. Slack's lists can't contain
 * blocks, so blocks under a step split its list in two, and the second part continues the numbering.
 */
export function toRichText(blocks: readonly Block[]): readonly RichElement[] {
  return blocks.flatMap((block) => toElements(block, 0)).reduce(append, []);
}

function toElements(block: Block, indent: number): readonly RichElement[] {
  switch (block.kind) {
    case "paragraph":
      return [toSection(block.text)];
    case "section":
      return [toSection([strong(block.title)])];
    case "steps":
      return block.steps.flatMap((step, index) => toStep(step, { indent, index }));
    case "list":
      return [toList("bullet", indent, block.items.map(toSection))];
    case "note":
      return [{ type: "rich_text_quote", elements: block.text.map(toSpan) }];
    case "code":
      return [{ type: "rich_text_preformatted", elements: [{ type: "text", text: block.text || " " }] }];
    case "fields": {
      const items = block.fields.map(({ label, value }) => toSection([plain(`${label}: `), strong(value)]));
      return [toList("bullet", indent, items)];
    }
  }
}

/** A step's leading text becomes the list item; its other blocks follow, indented. */
function toStep(
  step: readonly Block[],
  { indent, index }: { readonly indent: number; readonly index: number },
): readonly RichElement[] {
  const isText = (block: Block) => block.kind === "paragraph" || block.kind === "note";
  const end = step.findIndex((block) => !isText(block));
  const leading = step.slice(0, end < 0 ? step.length : end);
  const text = leading.flatMap((block, position) => [
    ...(position > 0 ? [plain("\n")] : []),
    ...(block.kind === "paragraph" || block.kind === "note" ? block.text : []),
  ]);
  return [
    { ...toList("ordered", indent, [toSection(text)]), offset: index },
    ...step.slice(leading.length).flatMap((block) => toElements(block, indent + 1)),
  ];
}

function toSection(text: Text): Section {
  return { type: "rich_text_section", elements: text.map(toSpan) };
}

function toList(style: RichList["style"], indent: number, elements: Section[]): RichList {
  return { type: "rich_text_list", style, indent, elements };
}

/** Slack refuses an empty text, which a user's words can be. */
function toSpan(span: Span): types.RichTextElement {
  const text = span.text || " ";
  switch (span.kind) {
    case "plain":
      return { type: "text", text };
    case "strong":
      return { type: "text", text, style: { bold: true } };
    case "code":
      return { type: "text", text, style: { code: true } };
    case "link":
      return { type: "link", url: span.url, text };
    case "time":
      return { type: "date", timestamp: toSeconds(span.at), format: timeFormat, fallback: text };
  }
}

const paragraphGap: types.RichTextElement = { type: "text", text: "\n\n" };
const lineBreak: types.RichTextElement = { type: "text", text: "\n" };

/** Appends an element: merges parts of one numbered list, and paragraphs with a blank line between them. */
function append(elements: readonly RichElement[], next: RichElement): readonly RichElement[] {
  const last = elements.at(-1);
  if (!last) return [next];
  if (last.type === "rich_text_section" && next.type === "rich_text_section") {
    return [
      ...elements.slice(0, -1),
      { ...last, elements: [...last.elements, paragraphGap, ...next.elements] },
    ];
  }
  if (last.type === "rich_text_list" && next.type === "rich_text_list" && continues(last, next)) {
    return [...elements.slice(0, -1), { ...last, elements: [...last.elements, ...next.elements] }];
  }
  if (next.type !== "rich_text_section") return [...elements, next];
  return [...elements, { ...next, elements: [lineBreak, ...next.elements] }];
}

function continues(list: RichList, next: RichList): boolean {
  const isNext = (list.offset ?? 0) + list.elements.length === next.offset;
  return list.style === "ordered" && next.style === "ordered" && list.indent === next.indent && isNext;
}
