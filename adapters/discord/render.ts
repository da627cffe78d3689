import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord.js";
import type { Answer, Block, Button } from "../../src/answer/answer.ts";
import { shorten } from "../../src/answer/shorten.ts";
import { splitLines } from "../../src/answer/split-lines.ts";
import type { Span, Text } from "../../src/answer/text.ts";
import { buttonLabel, buttonsPerRow, buttonUrl, messageContent, rows } from "./limits.ts";

/** One message; an answer that is too long for one becomes several, the buttons under the last. */
export interface DiscordMessage {
  readonly content: string;
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
  readonly flags: MessageFlags.SuppressEmbeds;
}

export function renderAnswer({ title, blocks, buttons }: Answer): readonly DiscordMessage[] {
  const parts = [...(title === undefined ? [] : [`**${disarm(title)}**`]), ...blocks.map(toMarkdown)];
  const contents = joinUpTo(parts, messageContent);
  return contents.map((content, index) => ({
    content,
    components: index === contents.length - 1 ? toRows(buttons) : [],
    allowedMentions: { parse: [], repliedUser: false },
    flags: MessageFlags.SuppressEmbeds,
  }));
}

function toRows(buttons: readonly Button[]): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const components = buttons.slice(0, rows * buttonsPerRow).flatMap(toButton);
  return Array.from({ length: Math.ceil(components.length / buttonsPerRow) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: components.slice(row * buttonsPerRow, (row + 1) * buttonsPerRow),
  }));
}

function toButton(button: Button): readonly APIButtonComponent[] {
  const type = ComponentType.Button;
  const label = shorten(button.label, buttonLabel);
  switch (button.kind) {
    case "press":
      return [{ type, style: ButtonStyle.Secondary, label, custom_id: button.token }];
    case "link":
      return button.url.length > buttonUrl ? [] : [{ type, style: ButtonStyle.Link, label, url: button.url }];
  }
}

function toMarkdown(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return spans(block.text);
    case "section":
      return `**${disarm(block.title)}**`;
    case "steps":
      return block.steps.map((step, index) => `${index + 1}. ${step.map(toMarkdown).join("\n")}`).join("\n");
    case "list":
      return block.items.map((item) => `- ${spans(item)}`).join("\n");
    case "note":
      return block.tone === "footnote" ? `-# ${spans(block.text)}` : `> ${spans(block.text)}`;
    case "code":
      return `\`\`\`\n${block.text.replaceAll("```", "'''")}\n\`\`\``;
    case "fields":
      return block.fields.map(({ label, value }) => `${disarm(label)}: **${disarm(value)}**`).join("\n");
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
      return `**${disarm(part.text)}**`;
    case "code":
      return `\`${part.text.replaceAll("`", "'")}\``;
    case "link":
      return `[${disarm(part.text)}](<${part.url}>)`;
  }
}

/** Disarms every mark that Discord reads, those at the start of a line too. */
function disarm(text: string): string {
  return text
    .replace(/[\\*_~`|<>[\]()@]/g, "\\$&")
    .replace(/^(\s*)([#-])/gm, "$1\\$2")
    .replace(/^(\s*\d+)\./gm, "$1\\.");
}

/** Joins parts with an empty line between, into as few texts within the limit as it takes. */
function joinUpTo(parts: readonly string[], limit: number): readonly string[] {
  const texts: string[] = [];
  for (const part of parts.flatMap((whole) => splitLines(whole, limit))) {
    const last = texts.at(-1);
    if (last === undefined || last.length + 2 + part.length > limit) texts.push(part);
    else texts[texts.length - 1] = `${last}\n\n${part}`;
  }
  return texts;
}
