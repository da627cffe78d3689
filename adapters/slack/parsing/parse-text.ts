/** Characters looked at; the core reads fewer. */
const textRead = 12_000;

/** What a person typed: without mentions, links as their label, Slack's three escapes undone. */
export function readText(text: string): string {
  return text
    .slice(0, textRead)
    .replace(/<[@#!][^<>]*>/g, " ")
    .replace(/<([^|<>]+)\|([^<>]+)>/g, "$2")
    .replace(/<([^<>]+)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}
