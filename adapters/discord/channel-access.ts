import { ChannelType, PermissionsBitField, type PermissionsString, Routes } from "discord.js";
import { z } from "zod";
import type { RestApi } from "./rest/rest-client.ts";

const overwriteSchema = z.object({ id: z.string(), type: z.number(), allow: z.string(), deny: z.string() });
const channelSchema = z.object({
  type: z.number(),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(overwriteSchema).default([]),
  available_tags: z.array(z.object({ name: z.string() })).default([]),
});
const guildSchema = z.object({ roles: z.array(z.object({ id: z.string(), permissions: z.string() })) });
const memberSchema = z.object({ roles: z.array(z.string()) });

type Channel = z.infer<typeof channelSchema>;
type Overwrite = z.infer<typeof overwriteSchema>;

export interface ChannelAccess {
  readonly type: number;
  /** What the bot may do there; undefined in DMs. */
  readonly permissions: Readonly<PermissionsBitField> | undefined;
  /** The names of a forum's tags. */
  readonly tags: readonly string[];
}

/**
 * Computes the bot's permissions in a channel: topics/permissions#permission-overwrites
 * @throws DiscordAPIError if the bot can't see the channel
 */
export async function readChannelAccess(
  rest: RestApi,
  channelId: string,
  botUser: string,
): Promise<ChannelAccess> {
  const channel = channelSchema.parse(await rest.get(Routes.channel(channelId)));
  const { type, guild_id: guildId } = channel;
  const tags = channel.available_tags.map(({ name }) => name);
  if (guildId === undefined) return { type, tags, permissions: undefined };
  const [guild, member] = await Promise.all([
    rest.get(Routes.guild(guildId)).then((body) => guildSchema.parse(body)),
    rest.get(Routes.guildMember(guildId, botUser)).then((body) => memberSchema.parse(body)),
  ]);
  // The role that everybody has carries the guild's id.
  const botRoles = guild.roles.filter(({ id }) => id === guildId || member.roles.includes(id));
  const base = botRoles.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if (new PermissionsBitField(base).has("Administrator")) {
    return { type, tags, permissions: new PermissionsBitField(PermissionsBitField.All) };
  }
  const overwrites = await readOverwrites(rest, channel);
  const forEveryone = overwrites.filter(({ id }) => id === guildId);
  const forRoles = overwrites.filter(({ id }) => id !== guildId && member.roles.includes(id));
  const forBot = overwrites.filter(({ id }) => id === botUser);
  const bits = [forEveryone, forRoles, forBot].reduce(applyOverwrites, base);
  return { type, tags, permissions: new PermissionsBitField(bits) };
}

export function isForum({ type }: Pick<ChannelAccess, "type">): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}

export function isThread({ type }: Pick<ChannelAccess, "type">): boolean {
  return threadTypes.includes(type);
}

/** The label in Discord's settings: "SendMessages" is "Send Messages". */
export function permissionLabel(name: PermissionsString): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
}

const { AnnouncementThread, PublicThread, PrivateThread } = ChannelType;
const threadTypes: readonly number[] = [AnnouncementThread, PublicThread, PrivateThread];

/** A thread inherits the overwrites of its channel. */
async function readOverwrites(rest: RestApi, channel: Channel): Promise<readonly Overwrite[]> {
  const { parent_id: parent, permission_overwrites: overwrites, type } = channel;
  if (!isThread({ type }) || !parent) return overwrites;
  return channelSchema.parse(await rest.get(Routes.channel(parent))).permission_overwrites;
}

function applyOverwrites(base: bigint, overwrites: readonly Overwrite[]): bigint {
  const denied = overwrites.reduce((bits, { deny }) => bits | BigInt(deny), 0n);
  const allowed = overwrites.reduce((bits, { allow }) => bits | BigInt(allow), 0n);
  return (base & ~denied) | allowed;
}
