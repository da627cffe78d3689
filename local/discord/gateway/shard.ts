import type { GatewayEvent } from "./gateway-event.ts";

/** Which part of the guilds a session hears of: events/gateway#sharding */
export interface Shard {
  readonly id: number;
  readonly count: number;
}

/** Whether a shard hears of a guild. What is in no guild, such as direct messages, goes to the first one. */
export function hears({ id, count }: Shard, guild: string | undefined): boolean {
  const receiver = guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count));
  return receiver === id;
}

/** The guild of an event; undefined if it is in none. */
export function guildOf({ guild, data }: GatewayEvent): string | undefined {
  if (guild !== undefined) return guild;
  return "guild_id" in data && typeof data.guild_id === "string" ? data.guild_id : undefined;
}
