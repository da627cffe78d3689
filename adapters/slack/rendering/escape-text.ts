/** Slack's three escapes, which also disarm <!channel>: messaging/formatting-message-text. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
