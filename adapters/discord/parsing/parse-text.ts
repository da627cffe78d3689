/** Characters looked at; the core reads fewer. */
const textRead = 12_000;

/** What a person typed: without mentions, custom emojis as their name, links without the brackets around them. */
export function parseText(text: string): string {
  return text
    .slice(0, textRead)
    .replace(/<(@[!&]?|#)\d+>/g, " ")
    .replace(/<a?:(\w+):\d+>/g, " $1 ")
    .replace(/<(https?:[^\s<>]+)>/g, "$1")
    .trim();
}
