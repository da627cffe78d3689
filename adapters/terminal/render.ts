import { styleText } from "node:util";
import type { Answer, Block, Button } from "../../src/answer/answer.ts";
import type { Span, Text } from "../../src/answer/text.ts";

/** How emphasis is shown: in colour on a terminal, plain in a file or a pipe. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly code: (text: string) => string;
  readonly faint: (text: string) => string;
}

export const noStyle: Style = { strong: (text) => text, code: (text) => text, faint: (text) => text };

export const colours: Style = {
  strong: (text) => styleText("bold", text),
  code: (text) => styleText("cyan", text),
  faint: (text) => styleText("dim", text),
};

/** An answer as text, with its buttons below it, numbered from 1. */
export function renderAnswer(answer: Answer, style: Style = noStyle): string {
  return [renderText(answer, style), renderButtons(answer.buttons, style)].filter(Boolean).join("\n\n");
}

/** An answer as text, without its buttons. */
export function renderText({ title, blocks }: Answer, style: Style = noStyle): string {
  const body = blocks.map((block) => renderBlock(block, style));
  return [...(title === undefined ? [] : [style.strong(title)]), ...body].join("\n\n");
}

/** The tokens of an answer's buttons, in the order of the numbers that `renderAnswer` shows. */
export function pressTokens({ buttons }: Pick<Answer, "buttons">): readonly string[] {
  const tokens = buttons.flatMap((button) => (button.kind === "press" ? [button.token] : []));
  return [...new Set(tokens)];
}

function renderButtons(buttons: readonly Button[], style: Style): string {
  const numbers = new Map(pressTokens({ buttons }).map((token, index) => [token, index + 1]));
  return buttons.map((button) => renderButton(button, numbers, style)).join("\n");
}

function renderButton(button: Button, numbers: ReadonlyMap<string, number>, style: Style): string {
  switch (button.kind) {
    case "press":
      return `[${numbers.get(button.token)}] ${button.label}`;
    case "link":
      return `${button.label}: ${style.code(button.url)}`;
  }
}

function renderBlock(block: Block, style: Style): string {
  switch (block.kind) {
    case "paragraph":
      return renderSpans(block.text, style);
    case "section":
      return style.strong(block.title);
    case "steps":
      return block.steps.map((step, index) => renderStep(step, `${index + 1}. `, style)).join("\n");
    case "list":
      return block.items.map((item) => `- ${renderSpans(item, style)}`).join("\n");
    case "note":
      return block.tone === "footnote"
        ? style.faint(renderSpans(block.text, style))
        : `! ${renderSpans(block.text, style)}`;
    case "code":
      return indent(style.code(block.text), "    ");
    case "fields":
      return block.fields.map(({ label, value }) => `${label}: ${style.strong(value)}`).join("\n");
  }
}

function renderStep(blocks: readonly Block[], marker: string, style: Style): string {
  const text = blocks.map((block) => renderBlock(block, style)).join("\n");
  return marker + indent(text, " ".repeat(marker.length)).trimStart();
}

/** Empty lines stay empty. */
function indent(text: string, prefix: string): string {
  return text.replace(/^(?!$)/gm, prefix);
}

function renderSpans(text: Text, style: Style): string {
  return text.map((span) => renderSpan(span, style)).join("");
}

function renderSpan(span: Span, style: Style): string {
  switch (span.kind) {
    case "plain":
      return span.text;
    case "strong":
      return style.strong(span.text);
    case "code":
      return style.code(span.text);
    case "link":
      return span.text === span.url ? style.code(span.url) : `${span.text} (${style.code(span.url)})`;
  }
}
