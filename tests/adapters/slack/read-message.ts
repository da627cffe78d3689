import type { WorkspaceMessage } from "../../../local/slack/state/model.ts";

type Block = NonNullable<WorkspaceMessage["blocks"]>[number];
type RichElement = Extract<Block, { type: "rich_text" }>["elements"][number];
type Inline = Extract<RichElement, { type: "rich_text_section" }>["elements"][number];

/** A message as it is read on the screen: what Slack obeys as a mark is not read as it was typed. */
export function readMessage({ text, blocks = [] }: WorkspaceMessage): string {
  return blocks.length === 0 ? readText(text) : blocks.map(readBlock).join("\n");
}

/** A message's text as it is heard or shown without blocks: messaging/formatting-message-text. */
function readText(mrkdwn: string): string {
  return mrkdwn
    .replace(/<([^>]*)>/g, "[a mark]")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function readBlock(block: Block): string {
  switch (block.type) {
    case "header":
      return block.text.text;
    case "context":
      return block.elements.map(readAny).join(" ");
    case "rich_text":
      return block.elements.map(readRich).join("\n");
    case "alert":
      return readAny(block.text);
    case "section":
      return block.text ? readAny(block.text) : "";
    case "actions":
    case "divider":
    case "input":
      return "";
  }
}

/** What stands in mrkdwn is obeyed, so that it is not read as typed; a word joiner before a mark keeps it a sign. */
function readAny({ type, text }: { readonly type: string; readonly text: string }): string {
  if (type === "plain_text") return text;
  return readText(text)
    .replace(/(?<!\u2060)([*_~`])(.+?)(?<!\u2060)\1/g, "$2")
    .replaceAll("\u2060", "");
}

function readRich(element: RichElement): string {
  if (element.type !== "rich_text_list") return element.elements.map(readInline).join("");
  return element.elements.map((item) => item.elements.map(readInline).join("")).join("\n");
}

function readInline(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return inline.text;
    case "link":
      return inline.text ?? inline.url;
    case "date":
      return inline.fallback ?? "";
    case "user":
    case "channel":
    case "usergroup":
    case "broadcast":
    case "emoji":
      return "[a mark]";
  }
}
