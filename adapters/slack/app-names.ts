/** What the app is known by in Slack; manifest.json says the same. */
export const commandName = "/aws-help";
export const shortcutCallback = "find_answer";
