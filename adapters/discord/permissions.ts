import { ChannelType, PermissionsBitField, type REST, Routes } from "discord.js";
import { z } from "zod";

const overwrite = z.object({ id: z.string(), type: z.number(), allow: z.string(), deny: z.string() });
const channelSchema = z.object({
  type: z.number(),
  name: z.string().default(""),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(overwrite).default([]),
});
const guildSchema = z.object({ roles: z.array(z.object({ id: z.string(), permissions: z.string() })) });
const memberSchema = z.object({ roles: z.array(z.string()) });

type Channel = z.infer<typeof channelSchema>;
type Overwrite = z.infer<typeof overwrite>;

export interface ChannelAccess {
  readonly type: number;
  readonly name: string;
  /** What the bot may do there; undefined in direct messages. */
  readonly permissions: Readonly<PermissionsBitField> | undefined;
}

/**
 * A channel as the bot sees it: topics/permissions#permission-overwrites.
 * @throws what Discord says, where the bot does not see it
 */
export async function readChannelAccess(rest: REST, channel: string, bot: string): Promise<ChannelAccess> {
  const seen = channelSchema.parse(await rest.get(Routes.channel(channel)));
  const { type, name, guild_id: guild } = seen;
  if (guild === undefined) return { type, name, permissions: undefined };
  const [{ roles: all }, { roles: own }] = await Promise.all([
    rest.get(Routes.guild(guild)).then((found) => guildSchema.parse(found)),
    rest.get(Routes.guildMember(guild, bot)).then((found) => memberSchema.parse(found)),
  ]);
  const mine = all.filter(({ id }) => id === guild || own.includes(id));
  const base = mine.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if (new PermissionsBitField(base).has("Administrator")) {
    return { type, name, permissions: new PermissionsBitField(PermissionsBitField.All) };
  }
  const overwrites = await overwritesOf(rest, seen);
  const ofEveryone = overwrites.filter(({ id }) => id === guild);
  const ofRoles = overwrites.filter(({ id }) => id !== guild && own.includes(id));
  const ofBot = overwrites.filter(({ id }) => id === bot);
  const bits = [ofEveryone, ofRoles, ofBot].reduce(apply, base);
  return { type, name, permissions: new PermissionsBitField(bits) };
}

const { AnnouncementThread, PublicThread, PrivateThread } = ChannelType;
const threads: readonly number[] = [AnnouncementThread, PublicThread, PrivateThread];

/** A thread has those of its channel. */
async function overwritesOf(rest: REST, { parent_id: parent, permission_overwrites: own, type }: Channel) {
  if (!threads.includes(type) || !parent) return own;
  return channelSchema.parse(await rest.get(Routes.channel(parent))).permission_overwrites;
}

function apply(before: bigint, overwrites: readonly Overwrite[]): bigint {
  const denied = overwrites.reduce((bits, { deny }) => bits | BigInt(deny), 0n);
  const allowed = overwrites.reduce((bits, { allow }) => bits | BigInt(allow), 0n);
  return (before & ~denied) | allowed;
}
