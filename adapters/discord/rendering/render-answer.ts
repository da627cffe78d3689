import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Answer, Block, Button } from "../../../src/answer/answer.ts";
import type { Span } from "../../../src/answer/text.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import { buttonLabel, buttonsPerRow, buttonUrl, messageText } from "../limits.ts";
import { escapeText, toCodeBlock, toMarkdown } from "./markdown.ts";
import { paginate } from "./paginate.ts";

/** A text to copy whole, attached to a message. */
interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** What one message holds, with Components V2: request.ts makes requests of it. */
export interface DiscordMessage {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly TextFile[];
}

/**
 * An answer as one message, or as several where it is too long for one, the buttons under the last. Code that does
 * not fit whole into one message together with the rest becomes a file, so that it can be copied whole.
 * @param note a line before everything else, in Discord's Markdown
 */
export function renderAnswer(answer: Answer, note?: string): readonly DiscordMessage[] {
  const filed = codeToFile(answer, note);
  const pages = paginate(partsOf(answer, { note, filed }), messageText);
  const files = filed.map(({ text }, index) => ({ name: nameFile(answer, index), text }));
  const buttons = toRows(answer.buttons);
  const count = Math.max(1, pages.length);
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    const page = pages[index];
    return {
      components: [
        ...(page === undefined ? [] : [toTextDisplay(page)]),
        ...(isLast ? [...files.map(toFileComponent), ...buttons] : []),
      ],
      files: isLast ? files : [],
    };
  });
}

function toTextDisplay(content: string): APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** Small print, in Discord's Markdown. */
const toSmallPrint = (words: string) => `-# ${words}`;

type Code = Extract<Block, { kind: "code" }>;

/** The longest code first, until the rest fits into one message. */
function codeToFile(answer: Answer, note: string | undefined): readonly Code[] {
  const codes = codeIn(answer.blocks).toSorted((one, other) => other.text.length - one.text.length);
  const count = codes.findIndex((_, index) => fits(answer, { note, filed: codes.slice(0, index) }));
  const filed = count < 0 ? codes : codes.slice(0, count);
  return codeIn(answer.blocks).filter((code) => filed.includes(code));
}

function fits(answer: Answer, how: Rendering): boolean {
  return partsOf(answer, how).join("\n\n").length <= messageText;
}

function codeIn(blocks: readonly Block[]): readonly Code[] {
  return blocks.flatMap((block) => {
    if (block.kind === "steps") return block.steps.flatMap(codeIn);
    return block.kind === "code" ? [block] : [];
  });
}

interface Rendering {
  readonly note: string | undefined;
  /** Code that is attached. */
  readonly filed: readonly Block[];
}

function partsOf({ title, blocks, buttons }: Answer, { note, filed }: Rendering): readonly string[] {
  const links = buttons.flatMap((button) =>
    button.kind === "link" && isTooLong(button) ? [toMarkdown([toLink(button)])] : [],
  );
  const all = [
    ...(note === undefined ? [] : [toSmallPrint(note)]),
    ...(title === undefined ? [] : [`### ${escapeText(onOneLine(title))}`]),
    ...blocks.map((block) => toPart(block, filed)),
    ...links,
  ];
  return all.filter((part) => part !== "");
}

function toPart(block: Block, filed: readonly Block[]): string {
  switch (block.kind) {
    case "paragraph":
      return toMarkdown(block.text);
    case "section":
      return `**${escapeText(block.title)}**`;
    case "steps":
      return block.steps.map((step, index) => toStep(step, { index, filed })).join("\n");
    case "list":
      return block.items.map((item) => `- ${toMarkdown(item)}`).join("\n");
    case "note":
      return eachLine(toMarkdown(block.text), block.tone === "footnote" ? "-# " : "> ");
    case "code":
      return filed.includes(block) ? "" : toCodeBlock(block.text);
    case "fields":
      return block.fields
        .map(({ label, value }) => `**${escapeText(label)}**\n${escapeText(value)}`)
        .join("\n");
  }
}

/** What belongs to a step stands under it; code and quotes can't be moved in, so that they begin their line. */
function toStep(
  blocks: readonly Block[],
  { index, filed }: { readonly index: number; readonly filed: readonly Block[] },
): string {
  const parts = blocks.map((block) => {
    const part = toPart(block, filed);
    return block.kind === "code" || block.kind === "note" ? part : part.replaceAll("\n", "\n   ");
  });
  const [first = "", ...others] = parts.filter((part) => part !== "");
  const under = others.map((part) => (/^(```|> |-# )/.test(part) ? part : `   ${part}`));
  return [`${index + 1}. ${first}`, ...under].join("\n");
}

function eachLine(text: string, mark: string): string {
  return text
    .split("\n")
    .map((line) => `${mark}${line}`)
    .join("\n");
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** The answer's title in letters that any file system takes. */
function nameFile({ title = "" }: Answer, index: number): string {
  const name = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase()
    .slice(0, 60);
  return `${name || "text"}${index === 0 ? "" : `-${index + 1}`}.txt`;
}

/** components/reference#file */
function toFileComponent({ name }: TextFile): APIMessageTopLevelComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** @param buttons at most 25, in rows of five */
function toRows(buttons: readonly Button[]): readonly APIMessageTopLevelComponent[] {
  const components = distinct(buttons).flatMap(toButton);
  return Array.from({ length: Math.ceil(components.length / buttonsPerRow) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: components.slice(row * buttonsPerRow, (row + 1) * buttonsPerRow),
  }));
}

/** Two buttons with one token would be refused, and do the same. */
function distinct(buttons: readonly Button[]): readonly Button[] {
  const isFirst = (button: Button, index: number) =>
    button.kind === "link" ||
    buttons.findIndex((other) => other.kind === "press" && other.token === button.token) === index;
  return buttons.filter(isFirst);
}

function toButton(button: Button): readonly APIButtonComponent[] {
  const type = ComponentType.Button;
  const label = shorten(button.label, buttonLabel);
  switch (button.kind) {
    case "press":
      return [{ type, style: ButtonStyle.Secondary, label, custom_id: button.token }];
    case "link":
      return isTooLong(button) ? [] : [{ type, style: ButtonStyle.Link, label, url: button.url }];
  }
}

type LinkButton = Extract<Button, { kind: "link" }>;

/** Its link stands in the text. */
function isTooLong({ url }: LinkButton): boolean {
  return url.length > buttonUrl;
}

function toLink({ label, url }: LinkButton): Span {
  return { kind: "link", text: label, url };
}
