import { isObject, type Json, objectsIn, textOf } from "./json.ts";
import { parseText } from "./parse-text.ts";

/** What is nested deeper is none of Slack's. */
const maxDepth = 20;

/**
 * The words in blocks of any kind, also of kinds that don't exist yet: a block's words stand in texts, elements, fields
 * and rows. Left out are mentions, and what can be pressed: reference/block-kit/blocks.
 */
export function blockWords(blocks: unknown): string {
  return objectsIn(blocks)
    .map((block) => wordsIn(block, 0).trim())
    .filter(Boolean)
    .join("\n");
}

/** Whether blocks hold an element that fits, such as a mention. */
export function someElement(value: unknown, fits: (element: Json) => boolean, depth = 0): boolean {
  if (depth > maxDepth) return false;
  if (Array.isArray(value)) return value.some((item) => someElement(item, fits, depth + 1));
  if (!isObject(value)) return false;
  return fits(value) || wordFields.some((field) => someElement(value[field], fits, depth + 1));
}

/** Fields that hold texts or further blocks, in the order in which they are read. */
const wordFields = [
  ...["header", "title", "subtitle", "text", "body", "content", "description", "caption"],
  ...["fields", "elements", "rows", "columns", "blocks"],
];

function wordsIn(value: unknown, depth: number): string {
  if (depth > maxDepth) return "";
  if (typeof value === "string") return parseText(value);
  if (Array.isArray(value)) {
    const parts = value.map((item) => wordsIn(item, depth + 1));
    return parts.filter(Boolean).join(isInline(value) ? "" : "\n");
  }
  if (!isObject(value)) return "";
  return elementWords(value) ?? joinFields(value, depth);
}

/** The words of what holds no further elements; undefined if it may hold some. */
function elementWords(element: Json): string | undefined {
  switch (element.type) {
    case "text":
      return textOf(element.text);
    case "link":
      return textOf(element.text) || textOf(element.url);
    case "date":
      return textOf(element.fallback);
    case "color":
      return textOf(element.value);
    case "raw_text":
    case "plain_text":
      return textOf(element.text);
    case "mrkdwn":
    case "markdown":
      return parseText(textOf(element.text));
    case "user":
    case "usergroup":
    case "channel":
    case "broadcast":
    case "emoji":
    case "actions":
    case "context_actions":
    case "button":
      return " ";
    default:
      return undefined;
  }
}

function joinFields(value: Json, depth: number): string {
  return wordFields
    .map((field) => wordsIn(value[field], depth + 1))
    .filter((words) => words.trim() !== "")
    .join("\n");
}

const inlineTypes = ["text", "link", "user", "usergroup", "channel", "broadcast", "emoji", "date", "color"];

/** Whether these are pieces of one line: reference/block-kit/blocks/rich-text-block */
function isInline(elements: readonly unknown[]): boolean {
  return elements.every((element) => isObject(element) && inlineTypes.includes(textOf(element.type)));
}
