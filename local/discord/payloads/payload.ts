/** JSON as Discord sends it. */
export type DiscordPayload = Readonly<Record<string, unknown>>;
