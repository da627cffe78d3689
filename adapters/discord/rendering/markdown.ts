import type { Span, Text } from "../../../src/answer/text.ts";

/** A text in Discord's Markdown: reference#message-formatting. */
export function toMarkdown(text: Text): string {
  return text.map(toSpan).join("");
}

function toSpan(span: Span): string {
  switch (span.kind) {
    case "plain":
      return escapeText(span.text);
    case "strong":
      return span.text.trim() === "" ? span.text : `**${escapeText(span.text)}**`;
    case "code":
      return toCode(span.text);
    case "link":
      return toLink(span.text, span.url);
  }
}

/** Signs that Discord may take for a mark: wherever they stand, or where what follows makes them one. */
const marks = /[\\*_~`|<[\]]|@(?=everyone|here)|:(?=\/\/|[\w+-]+:)/g;
/** And those that are one at the start of a line: headings, quotes, lists and small print. */
const lineMarks = /^(\s*)([#>-])/gm;
const numbers = /^(\s*\d+)([.)])/gm;

/**
 * A text that is shown as it is: a backslash before a sign that may be a mark is taken by Discord for itself.
 * discord.js's escapeMarkdown leaves links, mentions, headings and quotes alone.
 */
export function escapeText(text: string): string {
  return text.replace(marks, "\\$&").replace(lineMarks, "$1\\$2").replace(numbers, "$1\\$2");
}

/** Shows nothing, and keeps two backticks from being one mark. */
const between = "\u200b";

function toCode(text: string): string {
  if (text.trim() === "") return text;
  if (!text.includes("`")) return `\`${text}\``;
  const apart = text.replace(/`(?=`)/g, `\`${between}`);
  const pad = (isNeeded: boolean) => (isNeeded ? " " : "");
  return `\`\`${pad(apart.startsWith("`"))}${apart}${pad(apart.endsWith("`"))}\`\``;
}

export function toCodeBlock(text: string): string {
  return `\`\`\`\n${text.replace(/``(?=`)/g, `\`\`${between}`)}\n\`\`\``;
}

/** Angle brackets keep a link from being shown as a preview too. */
function toLink(text: string, url: string): string {
  const address = url.replace(/[\s<>]/g, encodeURIComponent);
  return text === url ? `<${address}>` : `[${escapeText(text)}](<${address}>)`;
}
