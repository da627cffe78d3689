import type { types } from "@slack/bolt";
import type { Answer, Block, Button } from "../../src/answer/answer.ts";
import { shorten } from "../../src/answer/shorten.ts";
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
  const whole = [...(title === undefined ? [] : [`*${disarm(title)}*`]), ...blocks.map(toMrkdwn)];
  return {
    text: whole.join("\n\n").slice(0, messageText),
    blocks: [...(title === undefined ? [] : [toHeader(title)]), ...toBlocks(blocks), ...toActions(buttons)],
    unfurl_links: false,
    unfurl_media: false,
  };
}

function toHeader(title: string): types.HeaderBlock {
  return { type: "header", text: { type: "plain_text", text: shorten(title, headerText) } };
}

/** Neighbouring texts share a section, so that a message never has more blocks than Slack takes. */
function toBlocks(blocks: readonly Block[]): readonly types.KnownBlock[] {
  const isFootnote = (block: Block) => block.kind === "note" && block.tone === "footnote";
  const body = blocks.filter((block) => !isFootnote(block)).map(toMrkdwn);
  const footnotes = blocks.filter(isFootnote).map(toMrkdwn);
  return [
    ...toTexts(body).map((text) => ({ type: "section" as const, text, expand: true })),
    ...toTexts(footnotes).map((text) => ({ type: "context" as const, elements: [text] })),
  ];
}

function toTexts(mrkdwn: readonly string[]): readonly types.MrkdwnElement[] {
  if (mrkdwn.length === 0) return [];
  return splitLines(mrkdwn.join("\n\n"), sectionText).map((text) => ({ type: "mrkdwn", text }));
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
      return `\`\`\`\n${escapeSlack(block.text).replaceAll("```", "'''")}\n\`\`\``;
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
      return `\`${escapeSlack(part.text).replaceAll("`", "'")}\``;
    case "link":
      return `<${escapeSlack(part.url).replaceAll("|", "%7C")}|${disarm(part.text)}>`;
  }
}

/** Plain words: besides the escapes, a word joiner keeps * _ ~ and ` from being read as marks. */
function disarm(text: string): string {
  return escapeSlack(text).replace(/[*_~`]/g, "\u2060$&");
}

/** Slack's three escapes, which also disarm <!channel>: messaging/formatting-message-text. */
function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
