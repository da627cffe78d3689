/** events/gateway#list-of-intents: those whose events are supported here */
export const intents = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** Every valid bit. */
const knownIntents = [...Array(17).keys(), 20, 21, 24, 25].reduce((bits, bit) => bits | (1 << bit), 0);

/** events/gateway#privileged-intents: those that the Developer Portal has to grant */
export type PrivilegedIntent = "GuildMembers" | "GuildPresences" | "MessageContent";

const privilegedBits: Readonly<Record<PrivilegedIntent, number>> = {
  GuildMembers: intents.guildMembers,
  GuildPresences: intents.guildPresences,
  MessageContent: intents.messageContent,
};

/** The close code for invalid (4013) or disallowed (4014) intents, if they are. */
export function closeCodeForIntents(
  requested: number,
  granted: readonly PrivilegedIntent[],
): 4013 | 4014 | undefined {
  if (requested < 0 || (requested & ~knownIntents) !== 0 || requested > 2 ** 31) return 4013;
  const privileged = Object.values(privilegedBits).reduce((bits, bit) => bits | bit, 0);
  const allowed = granted.reduce((bits, name) => bits | privilegedBits[name], 0);
  return (requested & privileged & ~allowed) === 0 ? undefined : 4014;
}
