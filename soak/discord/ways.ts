/**
 * The ways to ask on Discord. `known dm`: in direct messages in which the bot has spoken before. `help` and `post`: in a
 * help channel or forum, without addressing the bot.
 */
export const ways = [
  "command",
  "dm",
  "known dm",
  "mention",
  "help",
  "post",
  "press",
  "private press",
  "form",
] as const;
