/** Characters read of a message; the core reads fewer. */
export const maxReadCharacters = 12_000;

/** What a person typed: mentions removed, links replaced by their label, and Slack's three escapes undone. */
export function parseText(text: string): string {
  return text
    .slice(0, maxReadCharacters)
    .replace(/<[@#!][^<>]*>/g, " ")
    .replace(/<([^|<>]+)\|([^<>]+)>/g, "$2")
    .replace(/<([^<>]+)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

/** Links whose words hide where they lead: messages are formatted as in reference/surfaces/formatting#linking-urls. */
export function hiddenLinksIn(text: string): readonly { readonly label: string; readonly url: string }[] {
  const links = text.slice(0, maxReadCharacters).matchAll(/<(https?:[^|<>]+)\|([^<>]+)>/g);
  return [...links].flatMap(([, url = "", label = ""]) =>
    url.replace(/^https?:\/\//, "") === label ? [] : [{ label: parseText(label), url: parseText(url) }],
  );
}
