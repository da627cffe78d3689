import { styleText } from "node:util";
import type { Answer, Block, Button } from "../../src/answer/answer.ts";
import { type Locale, lastLocale } from "../../src/answer/locale.ts";
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
export function renderText({ locale, title, blocks }: Answer, style: Style = noStyle): string {
  const body = blocks.map((block) => renderBlock(block, { style, locale }));
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

/** What decides how an answer looks. */
interface Look {
  readonly style: Style;
  readonly locale: Locale;
}

function renderBlock(block: Block, look: Look): string {
  switch (block.kind) {
    case "paragraph":
      return renderSpans(block.text, look);
    case "section":
      return look.style.strong(block.title);
    case "steps":
      return block.steps.map((step, index) => renderStep(step, `${index + 1}. `, look)).join("\n");
    case "list":
      return block.items.map((item) => `- ${renderSpans(item, look)}`).join("\n");
    case "note":
      return block.tone === "footnote"
        ? look.style.faint(renderSpans(block.text, look))
        : `! ${renderSpans(block.text, look)}`;
    case "code":
      return indent(look.style.code(block.text), "    ");
    case "fields":
      return block.fields.map(({ label, value }) => `${label}: ${look.style.strong(value)}`).join("\n");
  }
}

function renderStep(blocks: readonly Block[], marker: string, look: Look): string {
  const text = blocks.map((block) => renderBlock(block, look)).join("\n");
  return marker + indent(text, " ".repeat(marker.length)).trimStart();
}

/** Empty lines stay empty. */
function indent(text: string, prefix: string): string {
  return text.replace(/^(?!$)/gm, prefix);
}

function renderSpans(text: Text, look: Look): string {
  return text.map((span) => renderSpan(span, look)).join("");
}

function renderSpan(span: Span, { style, locale }: Look): string {
  switch (span.kind) {
    case "plain":
      return span.text;
    case "strong":
      return style.strong(span.text);
    case "code":
      return style.code(span.text);
    case "link":
      return span.text === span.url ? style.code(span.url) : `${span.text} (${style.code(span.url)})`;
    case "time":
      return timeHere(span.at, locale);
  }
}

/** A point in time in the zone of this machine, which it names. */
function timeHere(at: number, locale: Locale): string {
  return new Date(at).toLocaleString([locale, lastLocale], {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
}
