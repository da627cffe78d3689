import type { Span, Text } from "../../../src/answer/text.ts";
import { escapeSlack } from "./plain-text.ts";

/** A text in Slack's own markup: messaging/formatting-message-text. */
export function toMrkdwn(text: Text): string {
  return text.map(toSpan).join("");
}

function toSpan(span: Span): string {
  switch (span.kind) {
    case "plain":
      return disarm(span.text);
    case "strong":
      return `*${disarm(span.text)}*`;
    case "code":
      return `\`${escapeSlack(span.text).replaceAll("`", "'")}\``;
    case "link":
      return `<${escapeSlack(span.url).replaceAll("|", "%7C")}|${disarm(span.text)}>`;
  }
}

/** Plain words: besides the escapes, a word joiner keeps * _ ~ and ` from being read as marks. */
function disarm(text: string): string {
  return escapeSlack(text).replace(/[*_~`]/g, "\u2060$&");
}
