import type { Span, Text } from "../../../src/answer/text.ts";
import { escapeText } from "./escape-text.ts";
import { timeFormat, toSeconds } from "./time.ts";

/** A text in Slack's markup, mrkdwn: messaging/formatting-message-text. */
export function toMrkdwn(text: Text): string {
  return text.map(spanToMrkdwn).join("");
}

function spanToMrkdwn(span: Span): string {
  switch (span.kind) {
    case "plain":
      return escapeMrkdwn(span.text);
    case "strong":
      return `*${escapeMrkdwn(span.text)}*`;
    case "code":
      return `\`${escapeText(span.text).replaceAll("`", "'")}\``;
    case "link":
      return `<${escapeText(span.url).replaceAll("|", "%7C")}|${escapeMrkdwn(span.text)}>`;
    case "time":
      return `<!date^${toSeconds(span.at)}^${timeFormat}|${escapeText(span.text)}>`;
  }
}

/** mrkdwn has no escape for * _ ~ and `: a word joiner before them keeps them from being read as formatting. */
function escapeMrkdwn(text: string): string {
  return escapeText(text).replace(/[*_~`]/g, "\u2060$&");
}
