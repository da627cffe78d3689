import type { types } from "@slack/bolt";
import type { Answer, Block, Button } from "../../src/answer/answer.ts";
import { splitLines } from "../../src/answer/split-lines.ts";
import type { Span, Text } from "../../src/answer/text.ts";
import { actionsPerBlock, buttonText, headerText, messageText, sectionText } from "./limits.ts";

/** A message as chat.postMessage and respond() take it. */
export interface SlackMessage {
  /** The whole content: screen readers read this and not the blocks. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** The action_id of buttons that open a page; all others are presses. */
export const openAction = "open";

export function renderAnswer({ title, blocks, buttons }: Answer): SlackMessage {
  const parts = blocks.map((block) => ({ block, mrkdwn: toMrkdwn(block) }));
  const whole = [
    ...(title === undefined ? [] : [`*${disarm(title)}*`]),
    ...parts.map(({ mrkdwn }) => mrkdwn),
  ];
  return {
    text: whole.join("\n\n").slice(0, messageText),
    blocks: [
      ...(title === undefined ? [] : [toHeader(title)]),
      ...parts.flatMap(({ block, mrkdwn }) => toBlocks(block, mrkdwn)),
      ...toActions(buttons),
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
}

function toHeader(title: string): types.HeaderBlock {
  return { type: "header", text: { type: "plain_text", text: shorten(title, headerText) } };
}

function toBlocks(block: Block, mrkdwn: string): readonly types.KnownBlock[] {
  const texts = splitLines(mrkdwn, sectionText).map((text) => ({ type: "mrkdwn" as const, text }));
  if (block.kind === "note" && block.tone === "footnote")
    return texts.map((text) => ({ type: "context", elements: [text] }));
  return texts.map((text) => ({ type: "section", text, expand: true }));
}

function toActions(buttons: readonly Button[]): readonly types.KnownBlock[] {
  const elements = buttons.map(toButton);
  return Array.from({ length: Math.ceil(elements.length / actionsPerBlock) }, (_, index) => ({
    type: "actions",
    elements: elements.slice(index * actionsPerBlock, (index + 1) * actionsPerBlock),
  }));
}

function toButton(button: Button, index: number): types.Button {
  const text = { type: "plain_text" as const, text: shorten(button.label, buttonText) };
  switch (button.kind) {
    case "press":
      return { type: "button", text, action_id: `press-${index}`, value: button.token };
    case "link":
      return { type: "button", text, action_id: `${openAction}-${index}`, url: button.url };
  }
}

function toMrkdwn(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return spans(block.text);
    case "section":
      return `*${disarm(block.title)}*`;
    case "steps":
      return block.steps.map((step, index) => `${index + 1}. ${step.map(toMrkdwn).join("\n")}`).join("\n");
    case "list":
      return block.items.map((item) => `• ${spans(item)}`).join("\n");
    case "note":
      return block.tone === "footnote" ? spans(block.text) : `> ${spans(block.text)}`;
    case "code":
      return `\`\`\`\n${disarm(block.text)}\n\`\`\``;
    case "fields":
      return block.fields.map(({ label, value }) => `${disarm(label)}: *${disarm(value)}*`).join("\n");
  }
}

function spans(text: Text): string {
  return text.map(span).join("");
}

function span(part: Span): string {
  switch (part.kind) {
    case "plain":
      return disarm(part.text);
    case "strong":
      return `*${disarm(part.text)}*`;
    case "code":
      return `\`${disarm(part.text)}\``;
    case "link":
      return `<${disarm(part.url).replaceAll("|", "%7C")}|${disarm(part.text)}>`;
  }
}

/** Disarms markup and <!channel> alike: messaging/formatting-message-text. */
function disarm(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
