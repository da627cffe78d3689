/** The ways to ask on Discord. `help` and `post` are in a help channel or forum, without addressing the bot. */
export const ways = ["command", "dm", "mention", "help", "post", "press", "private press", "form"] as const;
