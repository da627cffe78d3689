/** Names that manifest.json declares. */
export const commandName = "/aws-help";
export const shortcutCallbackId = "find_answer";
