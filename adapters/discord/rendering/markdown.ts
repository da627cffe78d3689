import type { Span, Text } from "../../../src/answer/text.ts";

/** A text in Discord's Markdown: reference#message-formatting. */
export function toMarkdown(text: Text): string {
  return text.map(spanToMarkdown).join("");
}

function spanToMarkdown(span: Span): string {
  switch (span.kind) {
    case "plain":
      return escapeText(span.text);
    case "strong":
      return span.text.trim() === "" ? span.text : `**${escapeText(span.text)}**`;
    case "code":
      return toCode(span.text);
    case "link":
      return toLink(span.text, span.url);
    case "time":
      return `<t:${Math.floor(span.at / 1000)}:f>`;
  }
}

/** Characters that are markup anywhere, or because of what follows them. */
const inlineMarkup = /[\\*_~`|<[\]]|@(?=everyone|here)|:(?=\/\/|[\w+-]+:)/g;
/**
 * Markup at the start of a line: headings, quotes, lists and small print. White space before it is that of its line: to
 * look beyond would take a time that grows with the square of the number of empty lines.
 */
const lineMarkup = /^([^\S\r\n\u2028\u2029]*)([#>-])/gm;
const numberedList = /^([^\S\r\n\u2028\u2029]*\d+)([.)])/gm;

/** Escapes all markup. discord.js's escapeMarkdown leaves links, mentions, headings and quotes. */
export function escapeText(text: string): string {
  return text.replace(inlineMarkup, "\\$&").replace(lineMarkup, "$1\\$2").replace(numberedList, "$1\\$2");
}

/** Zero-width space. Between two backticks it keeps Discord from reading them as one delimiter. */
const separator = "\u200b";

function toCode(text: string): string {
  if (text.trim() === "") return text;
  if (!text.includes("`")) return `\`${text}\``;
  const separated = text.replace(/`(?=`)/g, `\`${separator}`);
  const pad = (isNeeded: boolean) => (isNeeded ? " " : "");
  return `\`\`${pad(separated.startsWith("`"))}${separated}${pad(separated.endsWith("`"))}\`\``;
}

export function toCodeBlock(text: string): string {
  return `\`\`\`\n${text.replace(/``(?=`)/g, `\`\`${separator}`)}\n\`\`\``;
}

/** Angle brackets suppress the link preview. */
function toLink(text: string, url: string): string {
  const address = url.replace(/[\s<>]/g, encodeURIComponent);
  return text === url ? `<${address}>` : `[${escapeText(text)}](<${address}>)`;
}
