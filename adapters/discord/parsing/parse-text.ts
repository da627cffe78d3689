/** Longer texts are cut; the core reads fewer characters. */
const maxCharacters = 12_000;

/** What a person typed, without mentions and link brackets. Custom emojis become their name. */
export function parseText(text: string): string {
  return text
    .slice(0, maxCharacters)
    .replace(/<(@[!&]?|#)\d+>/g, " ")
    .replace(/<a?:(\w+):\d+>/g, " $1 ")
    .replace(/<(https?:[^\s<>]+)>/g, "$1")
    .trim();
}
