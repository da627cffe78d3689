import type { Answer, Block } from "../../../src/answer/answer.ts";
import { escapeText, toCodeBlock, toMarkdown } from "./markdown.ts";
import { isTooLongForButton } from "./render-buttons.ts";

interface BlockOptions {
  /** Discord Markdown above everything else. */
  readonly note: string | undefined;
  /** Code blocks that are attached as files, and left out here. */
  readonly attached: readonly Block[];
}

/** An answer's note, title and blocks, and links that are too long for buttons, each as Discord Markdown. */
export function renderBlocks(
  { title, blocks, buttons }: Answer,
  { note, attached }: BlockOptions,
): readonly string[] {
  const links = buttons.flatMap((button) =>
    button.kind === "link" && isTooLongForButton(button)
      ? [toMarkdown([{ kind: "link", text: button.label, url: button.url }])]
      : [],
  );
  const body = [...blocks.map((block) => renderBlock(block, attached)), ...links].filter(
    (part) => part !== "",
  );
  return [
    ...(note === undefined ? [] : [`-# ${note}`]),
    ...(title === undefined ? body : underTitle(title, body)),
  ];
}

/** A heading has room below it, to which an empty line would only add. */
function underTitle(title: string, [first, ...others]: readonly string[]): readonly string[] {
  const heading = `### ${escapeText(title.replace(/\s+/g, " "))}`;
  return [first === undefined ? heading : `${heading}\n${first}`, ...others];
}

function renderBlock(block: Block, attached: readonly Block[]): string {
  switch (block.kind) {
    case "paragraph":
      return toMarkdown(block.text);
    case "section":
      return `**${escapeText(block.title)}**`;
    case "steps":
      return block.steps.map((step, index) => renderStep(step, { index, attached })).join("\n");
    case "list":
      return block.items.map((item) => `- ${toMarkdown(item)}`).join("\n");
    case "note":
      return prefixLines(toMarkdown(block.text), block.tone === "footnote" ? "-# " : "> ");
    case "code":
      return attached.includes(block) ? "" : toCodeBlock(block.text);
    case "fields":
      return block.fields
        .map(({ label, value }) => `**${escapeText(label)}**\n${escapeText(value)}`)
        .join("\n");
  }
}

interface StepOptions {
  readonly index: number;
  readonly attached: readonly Block[];
}

/** Indents a step's further blocks under it, except code and quotes, which Discord reads only at the start of a line. */
function renderStep(blocks: readonly Block[], { index, attached }: StepOptions): string {
  const parts = blocks.map((block) => {
    const part = renderBlock(block, attached);
    return block.kind === "code" || block.kind === "note" ? part : part.replaceAll("\n", "\n   ");
  });
  const [first = "", ...others] = parts.filter((part) => part !== "");
  const indented = others.map((part) => (/^(```|> |-# )/.test(part) ? part : `   ${part}`));
  return [`${index + 1}. ${first}`, ...indented].join("\n");
}

function prefixLines(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => `${prefix}${line}`)
    .join("\n");
}
