import type { GuildContext } from "../guild-context.ts";
import { ordinary, type Permission, permissions } from "../permission-flags.ts";
import { findChannel, findUser } from "./find.ts";
import type { Channel, Overwrite, Role } from "./model.ts";

/** What somebody may do in a channel: topics/permissions#permission-overwrites. In direct messages, what is usual. */
export function permissionsOf(core: GuildContext, user: string, channel: Channel): readonly Permission[] {
  if (channel.kind === "dm") return ordinary;
  if (channel.kind === "thread") {
    const parent = findChannel(core, channel.parent);
    return parent ? permissionsOf(core, user, parent) : [];
  }
  if (isForeign(channel)) return user === core.app.botUserId ? [] : ordinary;
  const all = namesOf(permissions);
  if (user === core.app.ownerId) return all;
  const roles = rolesOf(core, user);
  const base = new Set(roles.flatMap((role) => role.permissions));
  if (base.has("Administrator")) return all;
  const { overwrites } = channel;
  const everyone = overwrites.filter(({ id }) => id === core.app.guildId);
  const ofRoles = overwrites.filter(
    ({ id }) => id !== core.app.guildId && roles.some((role) => role.id === id),
  );
  const own = overwrites.filter(({ id }) => id === user);
  return [...[everyone, ofRoles, own].reduce(apply, base)];
}

/** Whether it is in a server that the app is not in. */
export function isForeign(channel: Channel | undefined): boolean {
  return channel?.kind === "text" && channel.server !== undefined;
}

export function may(
  core: GuildContext,
  channel: Channel,
  permission: Permission,
  user = core.app.botUserId,
): boolean {
  return permissionsOf(core, user, channel).includes(permission);
}

/** @everyone, whose id is the server's, and those that somebody was given. */
function rolesOf(core: GuildContext, user: string): readonly Role[] {
  const ids = [core.app.guildId, ...(findUser(core, user)?.roles ?? [])];
  return core.state.data.roles.filter(({ id }) => ids.includes(id));
}

function apply(before: Set<Permission>, overwrites: readonly Overwrite[]): Set<Permission> {
  const denied = overwrites.flatMap(({ deny }) => deny);
  const allowed = overwrites.flatMap(({ allow }) => allow);
  return new Set([...[...before].filter((name) => !denied.includes(name)), ...allowed]);
}

function namesOf(table: typeof permissions): readonly Permission[] {
  return Object.keys(table).filter((name): name is Permission => name in table);
}
