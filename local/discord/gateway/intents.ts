/** events/gateway#list-of-intents: those whose events are spoken here */
export const intents = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** Every bit that means something. */
const known = [...Array(17).keys(), 20, 21, 24, 25].reduce((bits, bit) => bits | (1 << bit), 0);

/** events/gateway#privileged-intents: what the Developer Portal has to grant */
export type Privileged = "GuildMembers" | "GuildPresences" | "MessageContent";

const privilegedBits: Readonly<Record<Privileged, number>> = {
  GuildMembers: intents.guildMembers,
  GuildPresences: intents.guildPresences,
  MessageContent: intents.messageContent,
};

/** The close code that an app gets for the intents that it asks for, where it gets one. */
export function refuseIntents(wanted: number, granted: readonly Privileged[]): 4013 | 4014 | undefined {
  if (wanted < 0 || (wanted & ~known) !== 0 || wanted > 2 ** 31) return 4013;
  const all = Object.values(privilegedBits).reduce((bits, bit) => bits | bit, 0);
  const allowed = granted.reduce((bits, name) => bits | privilegedBits[name], 0);
  return (wanted & all & ~allowed) === 0 ? undefined : 4014;
}
