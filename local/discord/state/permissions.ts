import type { GuildContext } from "../guild-context.ts";
import { defaultPermissions, type Permission, permissionFlags } from "../permission-flags.ts";
import { findChannel, findUser } from "./find.ts";
import { guildIdOf, isForeign, rolesIn } from "./guilds.ts";
import type { AnyChannel, GuildRole, PermissionOverwrite } from "./model.ts";

/** A user's permissions in a channel: topics/permissions#permission-overwrites. The default ones in direct messages. */
export function permissionsOf(
  context: GuildContext,
  user: string,
  channel: AnyChannel,
): readonly Permission[] {
  if (channel.kind === "dm") return defaultPermissions;
  if (channel.kind === "thread") {
    const parent = findChannel(context, channel.parent);
    return parent ? permissionsOf(context, user, parent) : [];
  }
  if (isForeign(context, channel)) return user === context.app.botUserId ? [] : defaultPermissions;
  const all = permissionNames(permissionFlags);
  if (user === context.app.ownerId) return all;
  const guild = guildIdOf(context, channel);
  const roles = rolesOf(context, user, guild);
  const base = new Set(roles.flatMap((role) => role.permissions));
  if (base.has("Administrator")) return all;
  const { overwrites } = channel;
  const everyone = overwrites.filter(({ id }) => id === guild);
  const ofRoles = overwrites.filter(({ id }) => id !== guild && roles.some((role) => role.id === id));
  const own = overwrites.filter(({ id }) => id === user);
  return [...[everyone, ofRoles, own].reduce(applyOverwrites, base)];
}

export function hasPermission(
  context: GuildContext,
  channel: AnyChannel,
  permission: Permission,
  user = context.app.botUserId,
): boolean {
  return permissionsOf(context, user, channel).includes(permission);
}

/** The user's roles and @everyone, whose id is the guild's. In other guilds there is only @everyone. */
function rolesOf(context: GuildContext, user: string, guild: string): readonly GuildRole[] {
  if (guild !== context.app.guildId) return rolesIn(context, guild);
  const ids = [guild, ...(findUser(context, user)?.roles ?? [])];
  return context.state.data.roles.filter(({ id }) => ids.includes(id));
}

function applyOverwrites(
  before: Set<Permission>,
  overwrites: readonly PermissionOverwrite[],
): Set<Permission> {
  const denied = overwrites.flatMap(({ deny }) => deny);
  const allowed = overwrites.flatMap(({ allow }) => allow);
  return new Set([...[...before].filter((name) => !denied.includes(name)), ...allowed]);
}

function permissionNames(table: typeof permissionFlags): readonly Permission[] {
  return Object.keys(table).filter((name): name is Permission => name in table);
}
